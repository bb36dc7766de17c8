package scrip.web.api;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.TestPropertySource;
import scrip.application.purchase.Webhooks;
import scrip.web.ScripApplication;
import scrip.web.site.Surfer;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Rules 25, 26 and 29: events signed by another hand, from Stripe's published examples, over HTTP")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = ScripApplication.class)
@TestPropertySource(
        properties = {"scrip.public-url=http://localhost", "scrip.operator-password=the operator's password",
            "scrip.stripe.webhook-secrets=whsec_retiring,whsec_current",
            "scrip.stripe.sandbox.webhook-url=http://127.0.0.1:9/nobody-listens"})
class WebhooksOnDatabaseIT extends ApiTest {

    private static final String SECRET = "whsec_current";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    Webhooks webhooks;

    /** A service whose license has begun on whatever day this runs. */
    private ApiClient aBuyer() {
        String slug = aWorkspace();
        operator().put(WORKSPACES + slug + "/license", license(1, 100).replace("2026-03-01", "2020-01-01")
                .replace("2027-03-01", "2090-01-01"));
        return serviceOf(slug, "read", "purchase");
    }

    private static String order(ApiClient buyer) {
        var ordered = buyer.post(V1 + "/purchases", "{\"credits\":500}");
        assertThat(ordered.status()).isEqualTo(201);
        return ordered.at("id");
    }

    private ApiClient.Reply deliver(ObjectNode event) {
        return deliver(event.toString(), SECRET);
    }

    private ApiClient.Reply deliver(String body, String secret) {
        return post(body, StripeEvents.header(secret, System.currentTimeMillis() / 1_000, body));
    }

    private ApiClient.Reply post(String body, String signature) {
        var request = nobody().request("/webhooks/stripe").POST(BodyPublishers.ofString(body));
        return nobody().send(signature == null ? request : request.header("Stripe-Signature", signature));
    }

    /** Works the inbox off with the worker in the background, until something holds. */
    private void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time to wait").isLessThan(end);
            webhooks.work();
        }
    }

    private static String addOn(ApiClient buyer) {
        return buyer.get(V1 + "/balance").at("addOn.available");
    }

    private static boolean isStatus(ApiClient buyer, String status) {
        return buyer.get(V1 + "/purchases").at("purchases.0.status").equals(status);
    }

    private String standing(ObjectNode event) {
        return operator().get(V1 + "/operator/events").json().get("events").valueStream()
                .filter(one -> one.get("id").asString().equals(event.get("id").asString()))
                .map(one -> one.get("status").asString()).findFirst().orElse("none");
    }

    @Test
    void fifty_deliveries_at_once_under_one_id_and_under_fifty_are_credited_once() {
        ApiClient buyer = aBuyer();
        ObjectNode session = StripeEvents.session(order(buyer), 500);
        ObjectNode same = StripeEvents.event("checkout.session.completed", session);
        List<ObjectNode> others = IntStream.range(0, 50)
                .mapToObj(_ -> StripeEvents.event("checkout.session.completed", session)).toList();

        var replies = Stream.concat(others.stream(), IntStream.range(0, 50).mapToObj(_ -> same))
                .map(event -> CompletableFuture.supplyAsync(() -> deliver(event).status())).toList();

        assertThat(replies).allSatisfy(status -> assertThat(status.join()).isEqualTo(200));
        await(() -> others.stream().allMatch(event -> !standing(event).equals("waiting")));
        assertThat(addOn(buyer)).isEqualTo("500");
        assertThat(buyer.get(V1 + "/ledger?limit=1000").json().get("entries").valueStream()
                .filter(entry -> entry.get("type").asString().equals("purchase"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"whsec_retiring", "whsec_current"})
    void while_secrets_are_rotated_either_is_accepted(String secret) {
        assertThat(deliver(StripeEvents.event("plan.created", StripeEvents.example("charge")).toString(), secret)
                .status()).isEqualTo(200);
    }

    @Test
    void an_event_is_stored_and_answered_without_waiting_for_what_it_means() {
        ObjectNode event = StripeEvents.event("checkout.session.completed", StripeEvents.session("pur_nobody", 500));
        deliver(event);
        long begin = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertThat(deliver(StripeEvents.event("plan.created", StripeEvents.example("charge"))).status())
                    .isEqualTo(200);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        await(() -> standing(event).equals("ignored"));
    }

    @Test
    void an_unpaid_completion_adds_nothing_until_its_payment_succeeds() {
        ApiClient buyer = aBuyer();
        ObjectNode session = StripeEvents.session(order(buyer), 500);
        ObjectNode unpaid = StripeEvents.event("checkout.session.completed",
                session.deepCopy().put("payment_status", "unpaid"));
        deliver(unpaid);
        await(() -> standing(unpaid).equals("done"));
        assertThat(addOn(buyer)).isEqualTo("0");
        assertThat(isStatus(buyer, "pending")).isTrue();

        deliver(StripeEvents.event("checkout.session.async_payment_succeeded", session));

        await(() -> isStatus(buyer, "paid"));
        assertThat(addOn(buyer)).isEqualTo("500");
    }

    @Test
    void a_refund_and_a_dispute_take_credits_back_in_whatever_order_they_come() {
        ApiClient buyer = aBuyer();
        String purchase = order(buyer);
        ObjectNode charge = StripeEvents.example("charge").put("id", "ch_" + purchase)
                .put("payment_intent", "pi_" + purchase).put("amount", 500).put("amount_refunded", 200)
                .put("currency", "usd");
        deliver(StripeEvents.event("charge.refunded", charge));
        deliver(StripeEvents.event("checkout.session.completed", StripeEvents.session(purchase, 500)));
        await(() -> isStatus(buyer, "partially_refunded"));
        assertThat(addOn(buyer)).isEqualTo("300");

        deliver(StripeEvents.event("charge.dispute.created", StripeEvents.example("dispute")
                .put("id", "dp_" + purchase).put("payment_intent", "pi_" + purchase).put("charge", "ch_" + purchase)
                .put("amount", 300).put("currency", "usd").put("status", "needs_response")));

        await(() -> isStatus(buyer, "disputed"));
        assertThat(addOn(buyer)).isEqualTo("0");
    }

    @Test
    void another_amount_or_currency_is_a_dead_letter_and_a_difference_and_replaying_it_adds_nothing() {
        ApiClient buyer = aBuyer();
        String purchase = order(buyer);
        ObjectNode event = StripeEvents.event("checkout.session.completed",
                StripeEvents.session(purchase, 500).put("currency", "eur"));
        deliver(event);
        await(() -> standing(event).equals("dead"));

        assertThat(operator().post(V1 + "/operator/events/" + event.get("id").asString() + "/replay", "").status())
                .isEqualTo(204);
        await(() -> standing(event).equals("dead"));

        assertThat(addOn(buyer)).isEqualTo("0");
        var report = operator().post(V1 + "/operator/reconcile", "");
        int dead = report.json().get("deadLetters").asInt();
        assertThat(dead).isPositive();
        String away = V1 + "/operator/events/" + event.get("id").asString() + "/put-away";
        assertThat(operator().post(away, "").status()).isEqualTo(204);
        assertThat(operator().post(away, "").status()).isEqualTo(404);
        assertThat(standing(event)).isEqualTo("put_away");
        assertThat(operator().post(V1 + "/operator/reconcile", "").json().get("deadLetters").asInt())
                .isEqualTo(dead - 1);
        assertThat(report.json().get("differs").valueStream()).anySatisfy(one -> {
            assertThat(one.get("kind").asString()).isEqualTo("amount");
            assertThat(one.get("detail").asString()).contains("500 eur", "500 usd", purchase);
        });
    }

    @Test
    void what_the_sandbox_never_delivered_is_found_by_reconciliation() {
        ApiClient buyer = aBuyer();
        var ordered = buyer.post(V1 + "/purchases", "{\"credits\":500}");
        String page = ordered.at("checkoutUrl").replaceFirst("^https?://[^/]+", "");
        nobody().send(nobody().request(page).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("action=pay")));
        assertThat(isStatus(buyer, "pending")).isTrue();

        var report = operator().post(V1 + "/operator/reconcile", "");

        assertThat(report.json().get("fulfilled").asInt()).isEqualTo(1);
        assertThat(isStatus(buyer, "paid")).isTrue();
        assertThat(addOn(buyer)).isEqualTo("500");
        assertThat(operator().post(V1 + "/operator/reconcile", "").at("fulfilled")).isEqualTo("0");
    }

    @Test
    void the_operator_sees_dead_letters_and_differences_on_his_page_and_acts_on_them() {
        String purchase = order(aBuyer());
        ObjectNode event = StripeEvents.event("checkout.session.completed", StripeEvents.session(purchase, 499));
        deliver(event);
        await(() -> standing(event).equals("dead"));
        try (Surfer operator = new Surfer(port)) {
            operator.signIn("operator", "the operator's password");
            String page = "/operator/webhooks";
            assertThat(operator.get(page).body()).contains("Reconciliation", "Amount or currency", purchase);
            assertThat(operator.get(page + "?dead").body()).contains("Dead letters", event.get("id").asString());

            assertThat(told(operator, "/replay", Map.of("id", event.get("id").asString())))
                    .contains("The event is being worked off again.");
            await(() -> standing(event).equals("dead"));
            assertThat(told(operator, "/put-away", Map.of("id", event.get("id").asString())))
                    .contains("The dead letter is put away.", "Put away by operator");
            assertThat(operator.get(page + "?dead").body()).doesNotContain(event.get("id").asString());
            assertThat(told(operator, "/put-away", Map.of("id", event.get("id").asString())))
                    .contains("That is no longer there.");
            assertThat(told(operator, "/reconcile", Map.of())).contains("Compared with the gateway.",
                    "Open purchases asked about");
            assertThat(told(operator, "/settle", Map.of("kind", "amount", "subject", "cs_test_" + purchase)))
                    .contains("Put away.").doesNotContain("cs_test_" + purchase);
            assertThat(told(operator, "/replay", Map.of("id", "evt_none"))).contains("That is no longer there.");
        }
    }

    private static String told(Surfer operator, String action, Map<String, String> form) {
        String page = "/operator/webhooks";
        return operator.get(operator.post(page, page + action, form).headers().firstValue("Location").orElseThrow()
                .replaceFirst("^https?://[^/]+", "")).body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "t=abc", "t=abc,v1=abc", "t=,v1=", "v1=00", "t=1,v1=00", ",", "nonsense"})
    void a_malformed_signature_is_a_400(String header) {
        assertRefused(post("{\"id\":\"evt_1\",\"type\":\"x\",\"created\":1}", header));
    }

    @Test
    void no_signature_at_all_and_that_of_another_secret_are_a_400() {
        assertRefused(post("{}", null));
        assertRefused(deliver(StripeEvents.event("plan.created", StripeEvents.example("charge")).toString(),
                "whsec_other"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "\"text\"", "not json", "{}", "{\"id\":\"evt_1\"}",
        "{\"id\":\"evt_1\",\"type\":null,\"created\":1}", "<xml/>"})
    void a_body_that_is_no_event_is_a_400_however_well_it_is_signed(String body) {
        assertRefused(deliver(body, SECRET));
    }

    private static void assertRefused(ApiClient.Reply reply) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.at("code")).isEqualTo("signature_invalid");
    }
}
