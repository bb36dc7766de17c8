package scrip.payment;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import scrip.payment.sandbox.Sandbox;

import static org.assertj.core.api.Assertions.assertThat;

/** The sandbox answers as Stripe does, also to what our own adapter would never send. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SandboxApiTest {

    private static final String COUPON = "amount_off=100&currency=usd&duration=once&name=SPRING";

    @Autowired
    private Sandbox sandbox;
    @LocalServerPort
    private int port;

    private final Browser browser = new Browser();

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer sk_test_guessed", "Basic abc"})
    void without_its_key_nothing_is_told(String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address("/events"));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }

        HttpResponse<String> answer = browser.call(request.build());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("invalid_request_error").doesNotContain("evt_");
    }

    @Test
    void a_repeated_request_is_answered_as_the_first_time_and_says_so() throws Exception {
        HttpResponse<String> first = post("/coupons", COUPON, "same-request");
        HttpResponse<String> again = post("/coupons", COUPON, "same-request");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
    }

    @Test
    void a_key_that_comes_back_with_another_request_is_an_idempotency_error() throws Exception {
        post("/coupons", COUPON, "other-request");

        HttpResponse<String> body = post("/coupons", COUPON + "&max_redemptions=2", "other-request");
        HttpResponse<String> path = post("/customers", COUPON, "other-request");

        assertThat(body.statusCode()).isEqualTo(path.statusCode()).isEqualTo(400);
        assertThat(body.body()).contains("idempotency_error");
        assertThat(path.body()).contains("idempotency_error");
    }

    @Test
    void a_refused_request_leaves_its_key_unused() throws Exception {
        assertThat(post("/coupons", "amount_off=none", "mended").statusCode()).isEqualTo(400);
        assertThat(post("/coupons", COUPON, "mended").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"mode=subscription,mode", "mode=setup,success_url", "mode=setup&success_url=https://x.example,customer",
        "mode=payment,success_url", "mode=payment&success_url=https://x.example,line_items"})
    void a_session_without_what_it_needs_is_refused_by_the_name_of_it(String form, String param) throws Exception {
        HttpResponse<String> answer = post("/checkout/sessions", form, "none-" + form.hashCode());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"param\":\"" + param + "\"");
    }

    @Test
    void an_address_that_stripe_has_and_the_sandbox_lacks_is_not_found_in_stripes_words() throws Exception {
        HttpResponse<String> answer = post("/subscriptions", "customer=cus_1", "none");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Unrecognized request URL");
    }

    @Test
    void a_page_that_nobody_opened_is_not_found_without_a_word_about_the_inside() throws Exception {
        HttpResponse<String> page = browser
                .open(URI.create("http://localhost:" + port + Sandbox.PATH + "/pay/cs_test_guessed"));

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("There is no such payment");
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(
                policy -> assertThat(policy).contains("default-src 'none'", "form-action 'self'"));
    }

    private HttpResponse<String> post(String path, String form, String key) throws Exception {
        return browser.call(HttpRequest.newBuilder(address(path))
                .header("Authorization", "Bearer " + sandbox.keys().apiKey()).header("Idempotency-Key", key)
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form))
                .build());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + Sandbox.PATH + "/v1" + path);
    }
}
