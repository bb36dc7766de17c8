package scrip.web.api;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BatchTest extends ApiTest {

    private static final String BATCH = V1 + "/batch";

    @Test
    void each_command_stands_or_falls_alone_and_answers_come_in_order() {
        ApiClient service = aServiceWith(100);
        String hold = service.post(V1 + "/holds", hold("\"credits\":10")).at("id");
        String other = service.post(V1 + "/holds", hold("\"credits\":10")).at("id");

        var batch = service.post(BATCH, """
                {"commands":[
                 {"key":"1","settle":{"id":"%s","credits":5}},
                 {"key":"2","release":{"id":"%s"}},
                 {"key":"3","hold":%s},
                 {"key":"4","charge":%s},
                 {"key":"5","charge":%s},
                 {"key":"6","release":{"id":"hold_nope"}},
                 {"hold":%s},
                 {"key":"8"},
                 7,
                 {"key":"10","charge":{"operation":1}}]}"""
                .formatted(hold, other, hold("\"credits\":20"), hold("\"credits\":1000"), hold("\"credits\":0"),
                        hold("")));

        assertThat(batch.status()).isEqualTo(200);
        assertThat(batch.json().get("results")).extracting(result -> result.get("status").asInt())
                .containsExactly(200, 200, 201, 402, 422, 404, 400, 422, 400, 400);
        assertThat(batch.at("results.0.body.credits")).isEqualTo("5");
        assertThat(batch.json().at("/results/2/body/balance").toString())
                .isEqualTo("{\"available\":75,\"held\":20,\"debt\":0}");
        assertThat(batch.at("results.4.body.errors.0.field")).isEqualTo("charge.credits");
        assertThat(batch.at("results.6.body.code")).isEqualTo("idempotency_key_missing");
        assertThat(service.get(V1 + "/balance").at("available")).isEqualTo("75");
    }

    @Test
    void a_command_sent_again_is_answered_the_same() {
        ApiClient service = aServiceWith(100);
        String commands = "{\"commands\":[{\"key\":\"a\",\"charge\":" + hold("\"credits\":30") + "}]}";

        var first = service.post(BATCH, commands);
        var again = service.post(BATCH, commands);

        assertThat(first.at("results.0.replayed")).isEqualTo("false");
        assertThat(again.at("results.0.replayed")).isEqualTo("true");
        assertThat(again.json().at("/results/0/body")).isEqualTo(first.json().at("/results/0/body"));
        assertThat(service.get(V1 + "/balance").at("available")).isEqualTo("70");
    }

    @Test
    void a_batch_has_one_to_a_thousand_commands() {
        ApiClient service = aServiceWith(100);
        String command = "{\"key\":\"x\",\"release\":{\"id\":\"hold_nope\"}}";

        assertThat(service.post(BATCH, "{\"commands\":[]}").status()).isEqualTo(422);
        assertThat(service.post(BATCH, "{}").status()).isEqualTo(422);
        assertThat(service.post(BATCH, "{\"commands\":{}}").status()).isEqualTo(400);
        assertThat(service.post(BATCH, "{\"commands\":[" + (command + ",").repeat(1000) + command + "]}").status())
                .isEqualTo(422);
        assertThat(service.post(BATCH, "{\"commands\":[" + (command + ",").repeat(999) + command + "]}").status())
                .isEqualTo(200);
    }
}
