package scrip.web.api;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MeteringTest extends ApiTest {

    private static final String HOLDS = V1 + "/holds";

    @Test
    void a_hold_is_shown_to_the_letter_of_the_contract() {
        ApiClient service = aServiceWith(500);

        var held = service.post(HOLDS, hold("\"credits\":37.5,\"ceiling\":40,\"ttlSeconds\":60,\"reference\":\"r-1\""));

        assertThat(held.status()).isEqualTo(201);
        assertThat(held.header("Content-Type")).isEqualTo("application/json");
        String id = held.at("id");
        assertThat(id).matches("hold_[0-9a-z]+_[0-9a-z]+");
        assertThat(held.response().body()).startsWith("{\"id\":\"" + id + """
                ","status":"held","operation":"query","builder":"ada@nexus.test","credits":37.5,"ceiling":40,\
                "taken":{"monthly":37.5,"promotional":0,"addOn":0},"ownKey":false,"reference":"r-1",\
                "createdAt":"2026-03-10T12:00:00Z","expiresAt":"2026-03-10T12:01:00Z",\
                "balance":{"asOf":"2026-03-10T12:00:00Z","available":462.5,"held":37.5,"debt":0,\
                "monthly":{"granted":500,"available":462.5,"held":37.5,"used":0,"heldBefore":0,\
                "periodStart":"2026-03-01T00:00:00Z","renewsAt":"2026-03-31T23:00:00Z","builders":1,"perBuilder":500},\
                "promotional":{"available":0,"held":0,"grants":[]},\
                "addOn":{"available":0,"held":0,"validUntil":null},\
                "license":{"plan":"Pro","status":"active","endsAt":"2027-03-01T00:00:00Z"},\
                "forecast":{"perDay":0,"runsOutAt":null,"expiringUnused":462.5}}}""");
        assertThat(service.get(HOLDS + "/" + id).json()).isEqualTo(held.json());
    }

    @Test
    void a_hold_is_settled_and_the_rest_goes_back() {
        ApiClient service = aServiceWith(500);
        String hold = service.post(HOLDS, hold("\"credits\":100")).at("id");

        var charged = service.post(HOLDS + "/" + hold + "/settle", "{\"credits\":30.25}");

        assertThat(charged.status()).isEqualTo(200);
        assertThat(charged.at("id")).matches("charge_[0-9a-z]+_[0-9a-z]+");
        assertThat(charged.at("hold")).isEqualTo(hold);
        assertThat(charged.json().get("taken").toString())
                .isEqualTo("{\"monthly\":30.25,\"promotional\":0,\"addOn\":0,\"debt\":0}");
        assertThat(charged.at("balance.available")).isEqualTo("469.75");
        assertThat(charged.json().get("receipt").toString()).isEqualTo("{\"rateCard\":null,\"lines\":[]}");
        assertThat(service.get(HOLDS + "/" + hold).at("status")).isEqualTo("settled");
    }

    @Test
    void usage_is_priced_by_the_rate_card_and_explained_line_by_line() {
        ApiClient service = aServiceWith(500);

        var charged = service.post(V1 + "/charges", hold("""
                "usage":[{"model":"small","inputTokens":1000000,"cachedInputTokens":200000,"outputTokens":1}]"""));

        assertThat(charged.status()).isEqualTo(201);
        assertThat(charged.at("credits")).isEqualTo("20.51");
        assertThat(charged.response().body()).contains("""
                "receipt":{"rateCard":"2026-01","lines":[\
                {"model":"small","kind":"input","tokens":800000,"perMillion":25,"credits":20},\
                {"model":"small","kind":"cached_input","tokens":200000,"perMillion":2.5,"credits":0.5},\
                {"model":"small","kind":"output","tokens":1,"perMillion":125,"credits":0.000125}]}""");
    }

    @Test
    void a_hold_without_credits_takes_the_typical_cost_of_its_operation() {
        assertThat(aServiceWith(500).post(HOLDS, hold("")).at("credits")).isEqualTo("30");
    }

    @Test
    void a_released_hold_returns_all_and_is_closed() {
        ApiClient service = aServiceWith(500);
        String hold = service.post(HOLDS, hold("\"credits\":100")).at("id");

        var released = service.send(service.request(HOLDS + "/" + hold + "/release").header("Idempotency-Key", "once")
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
        var settled = service.post(HOLDS + "/" + hold + "/settle", "{\"credits\":1}");

        assertThat(released.status()).isEqualTo(200);
        assertThat(released.at("status")).isEqualTo("released");
        assertThat(released.at("balance.available")).isEqualTo("500");
        assertThat(settled.status()).isEqualTo(409);
        assertThat(settled.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(settled.at("code")).isEqualTo("hold_closed");
        assertThat(settled.at("hold.status")).isEqualTo("released");
    }

    @Test
    void an_extended_hold_lives_longer() {
        ApiClient service = aServiceWith(500);
        String hold = service.post(HOLDS, hold("\"credits\":1,\"ttlSeconds\":60")).at("id");

        var extended = service.post(HOLDS + "/" + hold + "/extend", "{\"ttlSeconds\":86400}");

        assertThat(extended.status()).isEqualTo(200);
        assertThat(extended.at("expiresAt")).isEqualTo("2026-03-11T12:00:00Z");
    }

    @Test
    void a_replay_gives_the_first_answer_and_moves_nothing() {
        ApiClient service = aServiceWith(500);

        var first = service.post(HOLDS, "k", hold("\"credits\":100,\"reference\":\"a\""));
        var again = service.post(HOLDS, "k", """
                { "reference": "a", "credits": 1.0e2, "builder": "ada@nexus.test", "operation": "query" }""");

        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(service.get(V1 + "/balance").at("available")).isEqualTo("400");
    }

    @Test
    void a_key_used_for_another_body_or_path_is_refused() {
        ApiClient service = aServiceWith(500);
        String hold = service.post(HOLDS, "k", hold("\"credits\":100")).at("id");

        var otherBody = service.post(HOLDS, "k", hold("\"credits\":101"));
        var otherPath = service.post(HOLDS + "/" + hold + "/release", "k", "{}");

        assertThat(otherBody.status()).isEqualTo(422);
        assertThat(otherBody.at("code")).isEqualTo("idempotency_key_reused");
        assertThat(otherPath.at("code")).isEqualTo("idempotency_key_reused");
        assertThat(service.get(V1 + "/balance").at("held")).isEqualTo("100");
    }

    @Test
    void a_refusal_for_want_of_credits_tells_where_to_get_more_and_is_kept_under_its_key() {
        String slug = aWorkspaceWith(50);
        ApiClient service = serviceOf(slug, "meter", "read");

        var refused = service.post(HOLDS, "k", hold("\"credits\":50.000001"));
        operator().post(WORKSPACES + slug + "/grants",
                "{\"credits\":100,\"expiresAt\":\"2026-04-01T00:00:00Z\",\"reason\":\"goodwill\"}");
        var again = service.post(HOLDS, "k", hold("\"credits\":50.000001"));

        assertThat(refused.status()).isEqualTo(402);
        assertThat(refused.response().body()).isEqualTo("""
                {"type":"urn:scrip:problem:insufficient_credits","title":"There are not enough credits","status":402,\
                "detail":"This needs 50.000001 credits, and 50 are available.","code":"insufficient_credits",\
                "required":50.000001,"available":50,"renewsAt":"2026-03-31T23:00:00Z",\
                "buyUrl":"https://credits.test/%s/settings/subscription"}""".formatted(slug));
        assertThat(again.status()).isEqualTo(402);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void a_charge_is_refunded_in_part_and_then_no_further_than_whole() {
        ApiClient service = aServiceWith(500);
        String charge = service.post(V1 + "/charges", hold("\"credits\":100")).at("id");
        String refund = V1 + "/charges/" + charge + "/refund";

        var part = service.post(refund, "{\"credits\":40,\"reason\":\"failed run\"}");
        var tooMuch = service.post(refund, "{\"credits\":61,\"reason\":\"failed run\"}");
        var rest = service.post(refund, "{\"reason\":\"failed run\"}");
        var more = service.post(refund, "{\"reason\":\"failed run\"}");

        assertThat(part.response().body()).startsWith("""
                {"refunded":40,"returned":{"monthly":40,"promotional":0,"addOn":0},"asPromotional":0""");
        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(tooMuch.at("errors.0.field")).isEqualTo("credits");
        assertThat(rest.at("refunded")).isEqualTo("60");
        assertThat(more.status()).isEqualTo(409);
        assertThat(more.at("code")).isEqualTo("charge_already_refunded");
    }

    @Test
    void a_charge_that_may_run_into_debt_does() {
        ApiClient service = aServiceWith(50);

        var refused = service.post(V1 + "/charges", hold("\"credits\":60"));
        var charged = service.post(V1 + "/charges", hold("\"credits\":60,\"onShortfall\":\"debt\""));

        assertThat(refused.status()).isEqualTo(402);
        assertThat(charged.at("taken.debt")).isEqualTo("10");
        assertThat(charged.at("balance.debt")).isEqualTo("10");
    }

    @Test
    void operations_on_an_own_key_cost_nothing() {
        ApiClient service = aServiceWith(50);

        var charged = service.post(V1 + "/charges", hold("\"credits\":0,\"ownKey\":true"));

        assertThat(charged.status()).isEqualTo(201);
        assertThat(charged.at("credits")).isEqualTo("0");
    }

    @Test
    void an_end_user_cannot_spend_and_nothing_is_unknown_to_the_catalogue() {
        String slug = aWorkspaceWith(500);
        ApiClient service = serviceOf(slug, "meter", "read");
        operator().put(WORKSPACES + slug + "/members/eve@nexus.test", "{\"name\":\"Eve\",\"role\":\"end_user\"}");

        var endUser = service.post(HOLDS, "{\"operation\":\"query\",\"builder\":\"Eve@nexus.test\"}");
        var operation = service.post(HOLDS, "{\"operation\":\"nope\",\"builder\":\"ada@nexus.test\"}");
        var model = service.post(V1 + "/charges",
                hold("\"usage\":[{\"model\":\"nope\",\"inputTokens\":1,\"outputTokens\":1}]"));

        assertThat(endUser.status()).isEqualTo(403);
        assertThat(endUser.at("code")).isEqualTo("forbidden");
        assertThat(operation.status()).isEqualTo(422);
        assertThat(operation.at("code")).isEqualTo("unknown_operation");
        assertThat(model.at("code")).isEqualTo("unknown_model");
    }

    @Test
    void of_twenty_holds_of_75_at_once_on_500_exactly_six_are_granted() throws Exception {
        ApiClient service = aServiceWith(500);
        Callable<Integer> hold = () -> service.post(HOLDS, hold("\"credits\":75")).status();

        List<Integer> statuses;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses = threads.invokeAll(IntStream.range(0, 20).mapToObj(_ -> hold).toList()).stream()
                    .map(Future::resultNow).toList();
        }

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(6);
        assertThat(statuses).filteredOn(status -> status == 402).hasSize(14);
        assertThat(service.get(V1 + "/balance").at("held")).isEqualTo("450");
        assertThat(service.get(V1 + "/balance").at("available")).isEqualTo("50");
    }
}
