package scrip.web.api;

import java.net.http.HttpRequest.BodyPublishers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class BuyingTest extends ApiTest {

    private static final String PURCHASES = V1 + "/purchases";
    private static final String WEBHOOK = "/webhooks/stripe";

    @Autowired
    FakeGateway gateway;

    @AfterEach
    void up() {
        gateway.down = false;
        gateway.inboxDown = false;
    }

    @Test
    void a_quote_opens_nothing() {
        ApiClient service = aServiceWith(500);

        assertThat(service.post(V1 + "/quotes", "{\"credits\":500}").response().body()).isEqualTo("""
                {"subtotal":{"value":500,"currency":"usd"},"discount":{"value":0,"currency":"usd"},\
                "total":{"value":500,"currency":"usd"},"credits":500,"bonus":0,\
                "validUntilAfter":"2027-03-10T12:00:00Z"}""");
        assertThat(service.get(PURCHASES).response().body()).isEqualTo("{\"purchases\":[]}");
    }

    @Test
    void a_purchase_opens_a_page_once_however_often_it_is_asked_for() {
        ApiClient service = aServiceWith(500);

        var first = service.post(PURCHASES, "k", "{\"credits\":500}");
        var again = service.post(PURCHASES, "k", "{\"credits\":500}");

        String id = first.at("id");
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.response().body()).isEqualTo("""
                {"id":"%s","status":"pending","checkoutUrl":"https://pay.test/%s",\
                "amount":{"value":500,"currency":"usd"},"credits":500,"bonus":0}""".formatted(id, id));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(service.get(PURCHASES).json().get("purchases")).hasSize(1);
        assertThat(service.get(PURCHASES).at("purchases.0.status")).isEqualTo("pending");
    }

    @Test
    void the_page_leads_back_to_where_the_service_says_with_the_checkout_named() {
        ApiClient service = aServiceWith(500);

        service.post(PURCHASES, """
                {"credits":100,"successUrl":"https://app.test/done?a=1#top","cancelUrl":"https://app.test/no"}""");

        assertThat(gateway.last.returns().success())
                .isEqualTo("https://app.test/done?a=1&session_id={CHECKOUT_SESSION_ID}#top");
        assertThat(gateway.last.returns().cancel()).hasToString("https://app.test/no");
    }

    @Test
    void the_page_leads_back_to_the_settings_unless_told_otherwise() {
        String slug = aWorkspaceWith(500);

        String id = serviceOf(slug, "purchase").post(PURCHASES, "{\"credits\":100}").at("id");

        String settings = "https://credits.test/" + slug + "/settings/subscription";
        assertThat(gateway.last.returns().success()).isEqualTo(settings + "?checkout={CHECKOUT_SESSION_ID}");
        assertThat(gateway.last.returns().cancel()).hasToString(settings + "?payment=" + id);
    }

    @Test
    void a_gateway_that_is_down_charges_nothing_and_the_same_key_may_try_again() {
        ApiClient service = aServiceWith(500);
        gateway.down = true;
        var refused = service.post(PURCHASES, "k", "{\"credits\":500}");
        gateway.down = false;
        var opened = service.post(PURCHASES, "k", "{\"credits\":500}");

        assertThat(refused.status()).isEqualTo(502);
        assertThat(refused.at("code")).isEqualTo("payment_unavailable");
        assertThat(opened.status()).isEqualTo(201);
    }

    @Test
    void the_free_plan_cannot_buy_and_an_unknown_promo_code_is_refused_with_the_reason() {
        ApiClient free = serviceOf(aWorkspace(), "purchase");

        var onFreePlan = free.post(PURCHASES, "{\"credits\":100}");
        var code = aServiceWith(500).post(V1 + "/quotes", "{\"credits\":100,\"promoCode\":\"NOPE\"}");

        assertThat(onFreePlan.status()).isEqualTo(402);
        assertThat(onFreePlan.at("code")).isEqualTo("free_plan_cannot_buy");
        assertThat(code.status()).isEqualTo(422);
        assertThat(code.at("code")).isEqualTo("promo_code_invalid");
        assertThat(code.at("reason")).isNotEmpty();
    }

    @Test
    void a_402_is_kept_under_its_key_and_a_new_key_buys_once_there_is_a_license() {
        String slug = aWorkspace();
        ApiClient service = serviceOf(slug, "purchase");
        var refused = service.post(PURCHASES, "k", "{\"credits\":100}");
        operator().put(WORKSPACES + slug + "/license", license(3, 500));

        var again = service.post(PURCHASES, "k", "{\"credits\":100}");

        assertThat(again.status()).isEqualTo(402);
        assertThat(again.response().body()).isEqualTo(refused.response().body());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(service.post(PURCHASES, "k2", "{\"credits\":100}").status()).isEqualTo(201);
    }

    @Test
    void a_signed_event_is_acknowledged_however_often_and_any_other_is_refused() {
        assertThat(event(FakeGateway.SIGNATURE).status()).isEqualTo(200);
        assertThat(event(FakeGateway.SIGNATURE).status()).isEqualTo(200);
        assertThat(event("forged").status()).isEqualTo(400);
        assertThat(event("forged").at("code")).isEqualTo("signature_invalid");
        assertThat(nobody().send(nobody().request(WEBHOOK).POST(BodyPublishers.noBody())).at("code"))
                .isEqualTo("signature_invalid");
        assertThat(nobody().get(WEBHOOK).status()).isEqualTo(405);
    }

    @Test
    void an_event_that_cannot_be_stored_is_to_be_sent_again() {
        gateway.inboxDown = true;

        var reply = event(FakeGateway.SIGNATURE);

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.at("code")).isEqualTo("unavailable");
        assertThat(reply.header("Retry-After")).isEqualTo("1");
    }

    private ApiClient.Reply event(String signature) {
        return nobody().send(nobody().request(WEBHOOK).header("Stripe-Signature", signature)
                .header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{\"id\":\"evt_1\"}")));
    }
}
