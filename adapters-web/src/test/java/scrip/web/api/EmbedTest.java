package scrip.web.api;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Tokens for browsers on pages of others, and what they open. */
@Timeout(30)
class EmbedTest extends ApiTest {

    private static final String TOKENS = V1 + "/embed-tokens";
    private static final String CREDITS = V1 + "/embed/credits";
    private static final String GRACE = "{\"builder\":\"Grace@nexus.test\"}";

    private ApiClient browserOf(ApiClient service) {
        var made = service.post(TOKENS, GRACE);
        assertThat(made.status()).isEqualTo(201);
        return new ApiClient(port, made.at("token"));
    }

    @Test
    void a_token_shows_the_balance_and_the_builders_own_use() {
        ApiClient service = aServiceWith(500);
        service.post(V1 + "/charges", "{\"operation\":\"query\",\"builder\":\"grace@nexus.test\",\"credits\":12.5}");
        service.post(V1 + "/charges", "{\"operation\":\"query\",\"builder\":\"ada@nexus.test\",\"credits\":1}");
        var seen = browserOf(service).get(CREDITS);

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.at("balance.available")).isEqualTo("486.5");
        assertThat(seen.at("builder")).isEqualTo("grace@nexus.test");
        assertThat(seen.at("own.used")).isEqualTo("12.5");
        assertThat(seen.json().at("/own/limit").isNull()).isTrue();
        assertThat(seen.json().get("buyUrl").isNull()).isTrue();
        assertThat(service.post(TOKENS, GRACE).at("expiresAt")).isEqualTo("2026-03-10T12:15:00Z");
    }

    @Test
    void a_limit_is_shown_with_what_it_leaves() {
        String slug = aWorkspaceWith(500);
        ApiClient service = serviceOf(slug, "meter", "read");
        operator().put(WORKSPACES + slug + "/limits", "{\"enabled\":true,\"default\":80,\"custom\":{}}");
        service.post(V1 + "/charges", "{\"operation\":\"query\",\"builder\":\"grace@nexus.test\",\"credits\":30}");

        assertThat(browserOf(service).get(CREDITS).json().get("own").toString())
                .isEqualTo("{\"used\":30,\"held\":0,\"limit\":80,\"left\":50}");
    }

    @Test
    void an_admin_is_shown_where_to_get_more() {
        String slug = aWorkspaceWith(500);
        operator().put(WORKSPACES + slug + "/members/grace@nexus.test", "{\"name\":\"Grace\",\"role\":\"admin\"}");

        assertThat(browserOf(serviceOf(slug, "read")).get(CREDITS).at("buyUrl"))
                .isEqualTo("https://credits.test/" + slug + "/settings/subscription");
    }

    @Test
    void a_token_opens_nothing_else_and_no_key_opens_what_it_does() {
        ApiClient service = aServiceWith(500);
        ApiClient browser = browserOf(service);

        for (String path : List.of("/balance", "/ledger", "/usage", "/operator/clock")) {
            assertThat(browser.get(V1 + path).status()).isEqualTo(401);
        }
        assertThat(browser.post(TOKENS, GRACE).status()).isEqualTo(401);
        assertThat(service.get(CREDITS).status()).isEqualTo(401);
        assertThat(nobody().get(CREDITS).at("code")).isEqualTo("unauthenticated");
    }

    @Test
    void a_token_is_made_for_those_who_may_read_and_never_for_end_users() {
        String slug = aWorkspaceWith(500);
        operator().put(WORKSPACES + slug + "/members/grace@nexus.test", "{\"name\":\"Grace\",\"role\":\"end_user\"}");

        assertThat(serviceOf(slug, "meter", "purchase").post(TOKENS, GRACE).at("code")).isEqualTo("forbidden");
        assertThat(serviceOf(slug, "read").post(TOKENS, GRACE).status()).isEqualTo(403);
    }

    @Test
    void pages_of_any_origin_may_ask_and_only_there() {
        ApiClient browser = browserOf(aServiceWith(500));
        var asked = browser.send(browser.request(CREDITS).header("Origin", "https://host.test"));
        var preflight = nobody().send(nobody().request(CREDITS).header("Origin", "https://host.test")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization,last-event-id")
                .method("OPTIONS", java.net.http.HttpRequest.BodyPublishers.noBody()));
        ApiClient service = aServiceWith(500);

        assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(asked.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("authorization");
        assertThat(service.send(service.request(V1 + "/balance").header("Origin", "https://host.test"))
                .header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void the_file_can_be_loaded_by_any_page() {
        var file = nobody().send(nobody().request("/embed/credits.js").header("Origin", "https://host.test"));

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).startsWith("text/javascript");
        assertThat(file.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(file.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(file.header("Set-Cookie")).isEmpty();
    }

    @Test
    void a_stream_tells_of_changes_and_ends_with_the_key_that_made_its_token() throws Exception {
        String slug = aWorkspaceWith(500);
        var made = operator().post(WORKSPACES + slug + "/api-keys",
                "{\"name\":\"ai\",\"scopes\":[\"read\",\"meter\"]}");
        ApiClient service = new ApiClient(port, made.at("key"));
        try (EventStream stream = EventStream.open(browserOf(service).request(CREDITS))) {
            assertThat(stream.next().data().at("/balance/available").asString()).isEqualTo("500");
            service.post(V1 + "/charges", "{\"operation\":\"query\",\"builder\":\"grace@nexus.test\",\"credits\":3}");
            var changed = stream.next().data();
            assertThat(changed.at("/balance/available").asString()).isEqualTo("497");
            assertThat(changed.at("/own/used").asString()).isEqualTo("3");
            operator().delete(WORKSPACES + slug + "/api-keys/" + made.at("id"));

            assertThat(stream.next()).isNull();
        }
    }
}
