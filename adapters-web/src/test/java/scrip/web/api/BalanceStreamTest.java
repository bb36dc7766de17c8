package scrip.web.api;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** The balance as it changes, by server-sent events. */
@Timeout(30)
class BalanceStreamTest extends ApiTest {

    private static final String BALANCE = V1 + "/balance";

    @Test
    void who_listens_gets_the_balance_and_then_every_change_of_it() throws Exception {
        ApiClient service = aServiceWith(500);
        try (EventStream stream = EventStream.open(service.request(BALANCE))) {
            var first = stream.next();
            assertThat(first.data().toString()).isEqualTo(service.get(BALANCE).response().body());
            service.post(V1 + "/holds", hold("\"credits\":100"));

            assertThat(stream.next().available()).isEqualTo("400");
            assertThat(stream.response().headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            assertThat(stream.response().headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        }
    }

    @Test
    void who_comes_back_with_what_was_heard_last_hears_only_what_is_new() throws Exception {
        ApiClient service = aServiceWith(500);
        String heard;
        try (EventStream stream = EventStream.open(service.request(BALANCE))) {
            heard = stream.next().id();
        }
        try (EventStream again = EventStream.open(service.request(BALANCE).header("Last-Event-ID", heard))) {
            service.post(V1 + "/charges", hold("\"credits\":1"));

            assertThat(again.next().available()).isEqualTo("499");
        }
    }

    @Test
    void a_stream_ends_once_its_key_is_revoked() throws Exception {
        String slug = aWorkspaceWith(500);
        var made = operator().post(WORKSPACES + slug + "/api-keys", "{\"name\":\"ai\",\"scopes\":[\"read\"]}");
        ApiClient service = new ApiClient(port, made.at("key"));
        try (EventStream stream = EventStream.open(service.request(BALANCE))) {
            assertThat(stream.next()).isNotNull();
            operator().delete(WORKSPACES + slug + "/api-keys/" + made.at("id"));

            assertThat(stream.next()).isNull();
        }
    }

    @Test
    void a_stream_is_for_those_who_may_read_and_knows_no_other_time() throws Exception {
        String slug = aWorkspaceWith(500);
        try (EventStream refused = EventStream.open(serviceOf(slug, "meter").request(BALANCE));
                EventStream past = EventStream
                        .open(serviceOf(slug, "read").request(BALANCE + "?at=2026-03-10T12:00:00Z"))) {
            assertThat(refused.response().statusCode()).isEqualTo(403);
            assertThat(past.response().statusCode()).isEqualTo(422);
        }
    }

    @Test
    void who_asks_for_anything_gets_the_balance_and_no_stream() {
        ApiClient service = aServiceWith(500);

        assertThat(service.send(service.request(BALANCE).header("Accept", "*/*")).header("Content-Type"))
                .isEqualTo("application/json");
    }
}
