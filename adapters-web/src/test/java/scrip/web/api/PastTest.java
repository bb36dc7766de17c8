package scrip.web.api;

import java.math.BigDecimal;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The past goes by when movements were due, whether or not anybody wrote them down in time; a clock of its own. */
@TestPropertySource(properties = "scrip.public-url=https://past.test")
class PastTest extends ApiTest {

    @Test
    @DisplayName("Rules 4 and 30: a balance of the past, and what led to it, count renewals that nobody has touched yet")
    void what_fell_due_since_the_pool_was_last_touched_counts() {
        ApiClient service = serviceOf(aWorkspace(), "meter", "read");
        service.post(V1 + "/charges", hold("\"credits\":40"));
        assertThat(operator().put(V1 + "/operator/clock", "{\"now\":\"2026-06-01T00:00:00Z\"}").status())
                .isEqualTo(200);

        assertThat(available(service, "2026-04-10T11:59:59.999999Z")).isEqualTo("60");
        assertThat(available(service, "2026-04-10T12:00:00Z")).isEqualTo("100");
        assertThat(available(service, "2026-03-10T11:59:59Z")).isEqualTo("0");
        JsonNode explained = service.get(V1 + "/explain?from=2026-03-10T11:00:00Z&to=2026-05-31T00:00:00Z").json();
        assertThat(explained.get("opening").toString()).isEqualTo("{\"available\":0,\"held\":0,\"debt\":0}");
        assertThat(explained.get("closing").toString()).isEqualTo("{\"available\":100,\"held\":0,\"debt\":0}");
        assertThat(explained.get("lines")).extracting(JsonNode::toString).containsExactly(
                line("grant", "null", 3, 300), line("expiry", "null", 2, -160), line("spend", "\"query\"", 1, -40));
    }

    private static String available(ApiClient service, String at) {
        return service.get(V1 + "/balance?at=" + at).at("available");
    }

    private static String line(String type, String operation, int entries, int available) {
        return "{\"type\":\"%s\",\"operation\":%s,\"entries\":%d,\"change\":{\"available\":%d,\"held\":0,\"debt\":0}}"
                .formatted(type, operation, entries, available);
    }

    @Test
    void the_lines_add_up_to_the_balance_and_are_for_the_pool_of_the_key_alone() {
        ApiClient service = aServiceWith(500);
        String hold = service.post(V1 + "/holds", hold("\"credits\":100")).at("id");
        service.post(V1 + "/holds/" + hold + "/settle", "{\"credits\":40.5}");
        service.post(V1 + "/holds", hold("\"credits\":7"));

        JsonNode explained = service.get(V1 + "/explain").json();

        BigDecimal sum = explained.at("/opening/available").decimalValue();
        for (JsonNode line : explained.get("lines")) {
            sum = sum.add(line.at("/change/available").decimalValue());
        }
        assertThat(sum).isEqualByComparingTo(explained.at("/closing/available").decimalValue())
                .isEqualByComparingTo("452.5");
        assertThat(explained.at("/closing/held").decimalValue()).isEqualByComparingTo("7");
        assertThat(serviceOf(aWorkspace(), "meter").get(V1 + "/explain").status()).isEqualTo(403);
    }
}
