package scrip.web.api;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ApiSecurityTest extends ApiTest {

    @ParameterizedTest
    @ValueSource(strings = {"/balance", "/ledger", "/usage", "/operations", "/purchases", "/holds/x", "/operator/clock",
        "/nope"})
    void without_a_key_nothing_is_told(String path) {
        var reply = nobody().get(V1 + path);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.at("code")).isEqualTo("unauthenticated");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(reply.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "scrip_aaaaaaaaaaaaaaaa_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "scrip__",
        OPERATOR_KEY + "2", "THE-OPERATORS-KEY-IN-THE-TESTS-OF-THE-API"})
    void a_wrong_key_opens_nothing(String key) {
        ApiClient client = new ApiClient(port, key);

        assertThat(client.get(V1 + "/balance").status()).isEqualTo(401);
        assertThat(client.get(V1 + "/operator/clock").status()).isEqualTo(401);
    }

    @Test
    void a_wrong_secret_of_a_known_id_opens_nothing_and_a_removed_key_no_longer() {
        String slug = aWorkspaceWith(1);
        var made = operator().post(WORKSPACES + slug + "/api-keys", "{\"name\":\"ai\",\"scopes\":[\"read\"]}");
        String key = made.at("key");
        ApiClient service = new ApiClient(port, key);

        assertThat(key).matches("scrip_[0-9A-Za-z]{12,}_[0-9A-Za-z]{32,}");
        assertThat(service.get(V1 + "/balance").status()).isEqualTo(200);
        assertThat(new ApiClient(port, key.substring(0, key.length() - 1) + "~").get(V1 + "/balance").status())
                .isEqualTo(401);
        String removed = WORKSPACES + slug + "/api-keys/" + made.at("id");
        assertThat(operator().delete(removed).status()).isEqualTo(204);
        assertThat(operator().delete(removed).status()).isEqualTo(404);
        assertThat(service.get(V1 + "/balance").status()).isEqualTo(401);
    }

    @Test
    void a_scope_opens_its_part_alone() {
        String slug = aWorkspaceWith(500);
        ApiClient meter = serviceOf(slug, "meter");
        ApiClient read = serviceOf(slug, "read");
        ApiClient purchase = serviceOf(slug, "purchase");

        for (ApiClient other : List.of(read, purchase)) {
            assertThat(other.post(V1 + "/holds", hold("")).status()).isEqualTo(403);
            assertThat(other.post(V1 + "/charges", hold("\"credits\":1")).status()).isEqualTo(403);
            assertThat(other.post(V1 + "/batch", "{\"commands\":[]}").status()).isEqualTo(403);
        }
        for (ApiClient other : List.of(meter, purchase)) {
            for (String path : List.of("/balance", "/ledger", "/usage", "/operations", "/purchases")) {
                assertThat(other.get(V1 + path).status()).isEqualTo(403);
            }
        }
        for (ApiClient other : List.of(meter, read)) {
            assertThat(other.post(V1 + "/purchases", "{\"credits\":100}").status()).isEqualTo(403);
            assertThat(other.post(V1 + "/quotes", "{\"credits\":100}").at("code")).isEqualTo("forbidden");
        }
    }

    @Test
    void the_operators_key_opens_no_pool_and_a_pools_key_nothing_of_the_operators() {
        assertThat(operator().get(V1 + "/balance").status()).isEqualTo(403);
        assertThat(operator().post(V1 + "/holds", hold("")).status()).isEqualTo(403);
        assertThat(aServiceWith(1).get(V1 + "/operator/clock").status()).isEqualTo(403);
        assertThat(operator().get(V1 + "/operator/clock").status()).isEqualTo(200);
    }

    @Test
    void a_key_sees_its_own_pool_alone() {
        ApiClient one = aServiceWith(500);
        ApiClient other = aServiceWith(500);
        String hold = one.post(V1 + "/holds", hold("\"credits\":100")).at("id");
        String charge = one.post(V1 + "/charges", hold("\"credits\":100")).at("id");

        assertThat(other.get(V1 + "/holds/" + hold).status()).isEqualTo(404);
        assertThat(other.post(V1 + "/holds/" + hold + "/settle", "{\"credits\":1}").status()).isEqualTo(404);
        assertThat(other.post(V1 + "/holds/" + hold + "/release", "{}").status()).isEqualTo(404);
        assertThat(other.post(V1 + "/charges/" + charge + "/refund", "{\"reason\":\"x\"}").status()).isEqualTo(404);
        assertThat(other.get(V1 + "/balance").at("available")).isEqualTo("500");
        assertThat(other.get(V1 + "/ledger").response().body()).doesNotContain("ada@nexus.test");
    }

    @Test
    void the_same_idempotency_key_in_two_pools_is_two_requests() {
        assertThat(aServiceWith(500).post(V1 + "/holds", "same", hold("")).header("Idempotent-Replayed")).isEmpty();
        assertThat(aServiceWith(500).post(V1 + "/holds", "same", hold("")).header("Idempotent-Replayed")).isEmpty();
    }
}
