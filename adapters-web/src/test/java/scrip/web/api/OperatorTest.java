package scrip.web.api;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OperatorTest extends ApiTest {

    @Test
    void a_workspace_is_created_once_and_renamed_after() {
        String slug = aWorkspace();

        var again = operator().put(WORKSPACES + slug, "{\"name\":\"Nexus Corp\"}");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.response().body()).isEqualTo(
                "{\"slug\":\"" + slug + "\",\"name\":\"Nexus Corp\",\"createdAt\":\"2026-03-10T12:00:00Z\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nexus", "-nexus", "nexus-", "a_b", "a.b", "login", "api", "operator", "%C3%A4"})
    void a_slug_that_cannot_be_an_address_is_refused(String slug) {
        var reply = operator().put(WORKSPACES + slug, "{\"name\":\"x\"}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("errors.0.field")).isEqualTo("slug");
    }

    @Test
    void what_is_asked_of_a_workspace_that_is_not_there_is_not_found() {
        String path = WORKSPACES + "nowhere";

        assertThat(operator().put(path + "/license", license(1, 1)).status()).isEqualTo(404);
        assertThat(operator().delete(path + "/license").status()).isEqualTo(404);
        assertThat(operator().put(path + "/members/a@b.test", "{\"name\":\"A\",\"role\":\"admin\"}").status())
                .isEqualTo(404);
        assertThat(operator().post(path + "/api-keys", "{\"name\":\"x\",\"scopes\":[\"read\"]}").status())
                .isEqualTo(404);
        assertThat(operator().post(path + "/grants", "{}").status()).isEqualTo(404);
    }

    @Test
    void a_license_grants_at_once_and_ends_at_once() {
        String slug = aWorkspace();
        ApiClient service = serviceOf(slug, "read");

        var entered = operator().put(WORKSPACES + slug + "/license", license(3, 800));
        String licensed = service.get(V1 + "/balance").at("available");
        int ended = operator().delete(WORKSPACES + slug + "/license").status();

        assertThat(entered.response().body()).isEqualTo("""
                {"plan":"Pro","builders":3,"creditsPerBuilder":800,"interval":"annual",\
                "startsAt":"2026-03-01T00:00:00Z","endsAt":"2027-03-01T00:00:00Z","timeZone":"Europe/Berlin"}""");
        assertThat(licensed).isEqualTo("2400");
        assertThat(ended).isEqualTo(204);
        assertThat(service.get(V1 + "/balance").at("available")).isEqualTo("100");
        assertThat(service.get(V1 + "/balance").at("license.status")).isEqualTo("ended");
    }

    @Test
    void a_license_that_ends_before_it_starts_or_grants_too_much_is_refused() {
        String path = WORKSPACES + aWorkspace() + "/license";

        var backwards = operator().put(path, license(1, 1).replace("2027-03-01", "2026-03-01"));
        var tooMuch = operator().put(path, license(1_000_000, 1_001));

        assertThat(backwards.at("errors.0.field")).isEqualTo("endsAt");
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.at("errors.0.field")).isEqualTo("creditsPerBuilder");
    }

    @Test
    void licenses_of_the_cloud_do_not_come_as_keys() {
        var reply = operator().put(WORKSPACES + "instance/license-key", "{\"key\":\"e30.e30.e30\"}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("code")).isEqualTo("license_invalid");
        assertThat(reply.at("reason")).isEqualTo("not_self_hosted");
        assertThat(operator().get(WORKSPACES + "instance/license-key").status()).isEqualTo(404);
    }

    @Test
    void members_are_put_and_removed_by_their_address_in_any_case() {
        String path = WORKSPACES + aWorkspace() + "/members/Ada@Nexus.test";
        String ada = "{\"name\":\"Ada\",\"role\":\"admin\",\"password\":\"correct horse\"}";

        assertThat(operator().put(path, ada).status()).isEqualTo(201);
        assertThat(operator().put(path, ada).response().body())
                .isEqualTo("{\"email\":\"ada@nexus.test\",\"name\":\"Ada\",\"role\":\"admin\"}");
        assertThat(operator().delete(path).status()).isEqualTo(204);
        assertThat(operator().delete(path).status()).isEqualTo(404);
        assertThat(operator().put(path.replace("Ada@", "Ada"), ada).at("errors.0.field")).isEqualTo("email");
    }

    @Test
    void a_password_of_more_bytes_than_the_hash_looks_at_is_refused() {
        var reply = operator().put(WORKSPACES + aWorkspace() + "/members/ada@nexus.test",
                "{\"name\":\"Ada\",\"role\":\"admin\",\"password\":\"" + "é".repeat(37) + "\"}");

        assertThat(reply.at("errors.0.field")).isEqualTo("password");
    }

    @Test
    void a_grant_is_given_once() {
        String slug = aWorkspaceWith(500);
        String gift = "{\"credits\":25.5,\"expiresAt\":\"2026-12-01T00:00:00Z\",\"reason\":\"goodwill\"}";

        var first = operator().post(WORKSPACES + slug + "/grants", "g", gift);
        var again = operator().post(WORKSPACES + slug + "/grants", "g", gift);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.response().body()).isEqualTo("""
                {"credits":25.5,"expiresAt":"2026-12-01T00:00:00Z","reason":"goodwill",\
                "balance":{"available":525.5,"held":0,"debt":0}}""");
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(serviceOf(slug, "read").get(V1 + "/balance").at("promotional.grants.0.reason"))
                .isEqualTo("goodwill");
    }

    @Test
    void every_ledger_can_be_verified_by_the_operator_alone() {
        ApiClient service = aServiceWith(500);
        service.post(V1 + "/charges", hold("\"credits\":5"));

        var verified = operator().get(V1 + "/operator/verify");

        assertThat(verified.status()).isEqualTo(200);
        assertThat(verified.at("ok")).isEqualTo("true");
        assertThat(verified.json().get("pools").asLong()).isPositive();
        assertThat(verified.json().get("entries").asLong()).isPositive();
        assertThat(verified.json().get("findings")).isEmpty();
        assertThat(service.get(V1 + "/operator/verify").status()).isEqualTo(403);
    }
}
