package scrip.web.api;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@TestPropertySource(properties = "scrip.api.failed-attempts=3")
class RateLimitTest extends ApiTest {

    @Test
    void after_too_many_wrong_keys_an_address_waits_while_services_go_on() {
        ApiClient service = aServiceWith(500);
        ApiClient wrong = new ApiClient(port, "wrong");

        List<Integer> statuses = IntStream.range(0, 4).map(_ -> wrong.get(V1 + "/balance").status()).boxed()
                .toList();
        var limited = wrong.get(V1 + "/balance");
        var operator = operator().get(V1 + "/operator/clock");

        assertThat(statuses).containsExactly(401, 401, 401, 429);
        assertThat(limited.at("code")).isEqualTo("rate_limited");
        assertThat(Integer.parseInt(limited.header("Retry-After"))).isBetween(1, 60);
        assertThat(operator.status()).isEqualTo(429);
        assertThat(service.get(V1 + "/balance").status()).isEqualTo(200);
    }
}
