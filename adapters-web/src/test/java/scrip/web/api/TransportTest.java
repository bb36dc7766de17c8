package scrip.web.api;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is the same for every request: sizes, types, keys, paths. */
class TransportTest extends ApiTest {

    private static final String HOLDS = V1 + "/holds";
    private static final int MOST = 1024 * 1024;

    @Test
    void a_body_over_a_megabyte_is_too_large_whether_or_not_it_says_its_length() {
        ApiClient service = aServiceWith(500);
        byte[] body = (hold("\"x\":\"") + "x".repeat(MOST)).getBytes(java.nio.charset.StandardCharsets.UTF_8);

        var declared = service.send(service.json(HOLDS).header("Idempotency-Key", "a")
                .POST(BodyPublishers.ofByteArray(body)));
        var chunked = service.send(service.json(HOLDS).header("Idempotency-Key", "a")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));

        assertThat(declared.status()).isEqualTo(413);
        assertThat(declared.at("code")).isEqualTo("too_large");
        assertThat(chunked.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data",
        "nonsense", "application/jsonp"})
    void another_content_type_is_unsupported(String type) {
        ApiClient service = aServiceWith(500);

        var reply = service.send(service.request(HOLDS).header("Content-Type", type).header("Idempotency-Key", "a")
                .POST(BodyPublishers.ofString(hold(""))));

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.at("code")).isEqualTo("unsupported_media_type");
    }

    @Test
    void json_of_any_charset_parameter_or_suffix_is_read() {
        ApiClient service = aServiceWith(500);

        var reply = service.send(service.request(HOLDS).header("Content-Type", "Application/vnd.x+JSON; charset=utf-8")
                .header("Idempotency-Key", "a").POST(BodyPublishers.ofString(hold(""))));

        assertThat(reply.status()).isEqualTo(201);
    }

    @Test
    void a_body_that_is_not_utf_8_is_malformed() {
        ApiClient service = aServiceWith(500);
        byte[] latin = hold("\"reference\":\"é\"").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        var reply = service.send(service.json(HOLDS).header("Idempotency-Key", "a")
                .POST(BodyPublishers.ofByteArray(latin)));

        assertThat(reply.status()).isEqualTo(400);
    }

    @Test
    void requests_that_move_credits_need_a_key_of_1_to_255_printable_characters() {
        ApiClient service = aServiceWith(500);

        var missing = service.send(service.json(HOLDS).POST(BodyPublishers.ofString(hold(""))));
        var empty = service.post(HOLDS, "", hold(""));
        var tooLong = service.post(HOLDS, "k".repeat(256), hold(""));
        var odd = service.post(HOLDS, "a\tb", hold(""));
        var twice = service.send(service.json(HOLDS).header("Idempotency-Key", "a").header("Idempotency-Key", "b")
                .POST(BodyPublishers.ofString(hold(""))));
        var longest = service.post(HOLDS, "k".repeat(255), hold(""));

        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.at("code")).isEqualTo("idempotency_key_missing");
        assertThat(empty.at("code")).isEqualTo("idempotency_key_missing");
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.at("errors.0.field")).isEqualTo("Idempotency-Key");
        assertThat(odd.status()).isEqualTo(422);
        assertThat(twice.status()).isEqualTo(422);
        assertThat(longest.status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nope", "/api/v1", "/api/v1/", "/api/nope", "/api/v1/holds/x/y/z",
        "/api/v1/balance/"})
    void an_unknown_path_is_not_found(String path) {
        var reply = aServiceWith(1).get(path);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.at("code")).isEqualTo("not_found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hold_nope", "nope", "hold_1_1", "charge_1_1", "hold_", "%F0%9F%92%A9", "hold_1_zzzzzzzzzzzzz"})
    void an_id_of_nothing_is_not_found(String id) {
        ApiClient service = aServiceWith(1);

        assertThat(service.get(HOLDS + "/" + id).status()).isEqualTo(404);
        assertThat(service.post(HOLDS + "/" + id + "/settle", "{\"credits\":1}").status()).isEqualTo(404);
        assertThat(service.post(HOLDS + "/" + id + "/release", "{}").status()).isEqualTo(404);
        assertThat(service.post(HOLDS + "/" + id + "/extend", "{\"ttlSeconds\":1}").status()).isEqualTo(404);
        assertThat(service.post(V1 + "/charges/" + id + "/refund", "{\"reason\":\"x\"}").status()).isEqualTo(404);
    }

    @Test
    void another_method_is_not_allowed() {
        ApiClient service = aServiceWith(1);

        var reply = service.delete(V1 + "/balance");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.at("code")).isEqualTo("method_not_allowed");
        assertThat(reply.header("Allow")).contains("GET");
    }

    @Test
    void a_parameter_that_is_no_text_is_malformed() {
        var reply = aServiceWith(1).get(V1 + "/ledger?limit=%C0");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("code")).isEqualTo("malformed_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1//balance", "/api/v1/holds/a;b", "/api/v1/holds/%2e%2e/balance",
        "/api/v1/holds/a%2Fb", "/api/v1/holds/a%00b", "/webhooks/a%2Fb"})
    void a_path_that_the_firewall_or_the_server_stops_is_malformed_and_no_error_page(String path) {
        var reply = aServiceWith(1).get(path);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.at("code")).isEqualTo("malformed_request");
    }

    @Test
    void a_page_that_the_server_itself_stops_is_answered_for_people() {
        var reply = aServiceWith(1).get("/nexus%2Fcorp");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).startsWith("text/html");
        assertThat(reply.response().body()).contains("Bad Request").doesNotContain("Tomcat");
    }

    @Test
    void a_form_is_unsupported_also_where_something_is_put() {
        String path = WORKSPACES + aWorkspace();

        var reply = operator().send(operator().request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .PUT(BodyPublishers.ofString("name=Nexus")));

        assertThat(reply.status()).isEqualTo(415);
    }
}
