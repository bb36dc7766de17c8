package scrip.web.api;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

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
        OffsetDateTime born = now().atOffset(ZoneOffset.UTC);
        Instant renewal = born.plusMonths(1).toInstant();
        ApiClient service = serviceOf(aWorkspace(), "meter", "read");
        service.post(V1 + "/charges", hold("\"credits\":40"));
        pass(Duration.between(born, born.plusMonths(2).plusDays(20)));

        assertThat(available(service, renewal.minusNanos(1_000))).isEqualTo("60");
        assertThat(available(service, renewal)).isEqualTo("100");
        assertThat(available(service, born.minusSeconds(1).toInstant())).isEqualTo("0");
        JsonNode explained = service
                .get(V1 + "/explain?from=" + born.minusHours(1).toInstant() + "&to=" + now()).json();
        assertThat(explained.get("opening").toString()).isEqualTo("{\"available\":0,\"held\":0,\"debt\":0}");
        assertThat(explained.get("closing").toString()).isEqualTo("{\"available\":100,\"held\":0,\"debt\":0}");
        assertThat(explained.get("lines")).extracting(JsonNode::toString).containsExactly(
                line("grant", "null", 3, 300), line("expiry", "null", 2, -160), line("spend", "\"query\"", 1, -40));
    }

    @Test
    void a_balance_of_the_past_has_every_part_of_a_balance_as_it_stood() {
        String slug = aWorkspaceWith(500);
        ApiClient service = serviceOf(slug, "meter", "read");
        operator().post(WORKSPACES + slug + "/grants",
                "{\"credits\":20,\"expiresAt\":\"2030-01-01T00:00:00Z\",\"reason\":\"trial\"}");
        service.post(V1 + "/charges", hold("\"credits\":300"));
        service.post(V1 + "/holds", hold("\"credits\":7"));
        JsonNode then = service.get(V1 + "/balance").json();
        String asOf = then.get("asOf").asString();
        pass(Duration.ofMinutes(1));
        service.post(V1 + "/charges", hold("\"credits\":90"));
        operator().delete(WORKSPACES + slug + "/license");

        JsonNode told = service.get(V1 + "/balance?at=" + asOf).json();

        assertThat(then.propertyNames()).containsExactlyElementsOf(told.propertyNames());
        assertThat(then.properties()).filteredOn(part -> !part.getKey().equals("forecast"))
                .allSatisfy(part -> assertThat(told.get(part.getKey())).isEqualTo(part.getValue()));
        assertThat(told.at("/monthly/used").decimalValue()).isEqualByComparingTo("300");
        assertThat(told.at("/monthly/held").decimalValue()).isEqualByComparingTo("7");
        assertThat(told.at("/promotional/grants/0/reason").asString()).isEqualTo("trial");
        assertThat(told.at("/license/status").asString()).isEqualTo("active");
        assertThat(told.at("/forecast/perDay").decimalValue()).isEqualByComparingTo("300");
        assertThat(service.get(V1 + "/balance").json().at("/license/status").asString()).isEqualTo("ended");
    }

    private void pass(Duration duration) {
        assertThat(operator().put(V1 + "/operator/clock", "{\"now\":\"" + now().plus(duration) + "\"}").status())
                .isEqualTo(200);
    }

    private Instant now() {
        return Instant.parse(operator().get(V1 + "/operator/clock").at("now"));
    }

    @Test
    void before_it_was_created_a_pool_had_nothing() {
        ApiClient service = aServiceWith(500);

        JsonNode told = service.get(V1 + "/balance?at=2020-01-01T00:00:00Z").json();

        assertThat(told.get("asOf").asString()).isEqualTo("2020-01-01T00:00:00Z");
        assertThat(told.get("available").decimalValue()).isEqualByComparingTo("0");
        assertThat(told.at("/license/status").asString()).isEqualTo("none");
        assertThat(told.at("/forecast/runsOutAt").isNull()).isTrue();
    }

    private static String available(ApiClient service, Instant at) {
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
