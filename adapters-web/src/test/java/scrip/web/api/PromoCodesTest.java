package scrip.web.api;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Rule 27 over HTTP")
class PromoCodesTest extends ApiTest {

    private static final String CODES = V1 + "/operator/promo-codes/";
    private static final AtomicInteger CODE = new AtomicInteger();

    private final String code = "TEST-" + CODE.incrementAndGet();

    private void put(String terms) {
        assertThat(operator().put(CODES + code, terms).status()).isEqualTo(201);
    }

    private static String wish(long credits, String code) {
        return "{\"credits\":" + credits + ",\"promoCode\":\"" + code + "\"}";
    }

    @Test
    void a_code_is_made_changed_listed_and_retired() {
        var made = operator().put(CODES + code.toLowerCase(Locale.ROOT), """
                {"amountOff":{"value":250,"currency":"USD"},"startsAt":"2026-03-01T01:00:00+01:00",
                 "endsAt":"2026-04-01T00:00:00Z","maxRedemptions":100,"maxPerPool":1,"minimumCredits":500,
                 "firstPurchaseOnly":true}""");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.response().body()).isEqualTo("""
                {"code":"%s","percentOff":null,"amountOff":{"value":250,"currency":"usd"},"bonusCredits":null,\
                "startsAt":"2026-03-01T00:00:00Z","endsAt":"2026-04-01T00:00:00Z","maxRedemptions":100,"maxPerPool":1,\
                "minimumCredits":500,"firstPurchaseOnly":true,"status":"active","redemptions":0,\
                "createdAt":"2026-03-10T12:00:00Z","retiredAt":null}""".formatted(code));

        assertThat(operator().put(CODES + code, "{\"percentOff\":20}").status()).isEqualTo(200);
        assertThat(operator().get(CODES + code).at("percentOff")).isEqualTo("20");
        assertThat(operator().get(V1 + "/operator/promo-codes").json().get("promoCodes"))
                .extracting(each -> each.get("code").asString()).contains(code);
        assertThat(operator().delete(CODES + code).status()).isEqualTo(204);
        assertThat(operator().delete(CODES + code).status()).isEqualTo(204);
        assertThat(operator().get(CODES + code).at("status")).isEqualTo("retired");
        assertThat(aServiceWith(500).post(V1 + "/quotes", wish(500, code)).at("reason")).isEqualTo("retired");
        assertThat(operator().put(CODES + code, "{\"percentOff\":20}").at("status")).isEqualTo("active");
    }

    @Test
    void what_is_not_there_is_not_found_and_only_the_operator_gets_here() {
        assertThat(operator().get(CODES + "NOSUCH").status()).isEqualTo(404);
        assertThat(operator().delete(CODES + "NOSUCH").status()).isEqualTo(404);
        assertThat(aServiceWith(1).get(CODES + code).status()).isEqualTo(403);
        assertThat(nobody().get(CODES + code).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-A", "A%20B", "%C3%84", "A%27B", "._"})
    void a_name_that_no_code_has_is_refused(String name) {
        var reply = operator().put(CODES + name, "{\"percentOff\":20}");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("errors.0.field")).isEqualTo("code");
    }

    @Test
    void a_number_alone_is_minor_units_and_another_currency_is_refused() {
        put("{\"amountOff\":250}");

        assertThat(operator().get(CODES + code).at("amountOff.currency")).isEqualTo("usd");
        assertThat(operator().put(CODES + code, "{\"amountOff\":{\"value\":5,\"currency\":\"eur\"}}")
                .at("errors.0.field")).isEqualTo("amountOff.currency");
        assertThat(operator().put(CODES + code, "{\"amountOff\":{\"currency\":\"usd\"}}").at("errors.0.field"))
                .isEqualTo("amountOff.value");
    }

    @Test
    void a_quote_shows_the_discount_and_takes_nothing() {
        put("{\"percentOff\":20,\"maxRedemptions\":1}");

        var quote = aServiceWith(500).post(V1 + "/quotes",
                wish(500, "  " + code.toLowerCase(Locale.ROOT) + " "));

        assertThat(quote.response().body()).startsWith("""
                {"subtotal":{"value":500,"currency":"usd"},"discount":{"value":100,"currency":"usd"},\
                "total":{"value":400,"currency":"usd"},"credits":500,"bonus":0,""");
        assertThat(operator().get(CODES + code).at("redemptions")).isEqualTo("0");
    }

    @Test
    void a_purchase_takes_a_redemption_and_the_last_one_refuses_the_next_buyer() {
        put("{\"bonusCredits\":50,\"maxRedemptions\":1}");
        String slug = aWorkspaceWith(500);

        var bought = serviceOf(slug, "purchase").post(V1 + "/purchases", "k", wish(500, code));
        var refused = aServiceWith(500).post(V1 + "/purchases", wish(500, code));

        assertThat(bought.status()).isEqualTo(201);
        assertThat(bought.at("bonus")).isEqualTo("50");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.at("code")).isEqualTo("promo_code_invalid");
        assertThat(refused.at("reason")).isEqualTo("used_up");
        assertThat(operator().get(CODES + code).response().body())
                .contains("\"status\":\"used_up\",\"redemptions\":1", "\"uses\":[{\"purchase\":\"" + bought.at("id")
                        + "\",\"workspace\":\"" + slug + "\",\"status\":\"taken\",");
    }

    @Test
    void a_code_that_takes_all_is_paid_at_once_without_a_page() {
        put("{\"percentOff\":100,\"maxPerPool\":1}");
        ApiClient service = aServiceWith(0);

        var free = service.post(V1 + "/purchases", "k", wish(500, code));
        var again = service.post(V1 + "/purchases", "k", wish(500, code));

        assertThat(free.status()).isEqualTo(201);
        assertThat(free.response().body()).isEqualTo("""
                {"id":"%s","status":"paid","checkoutUrl":null,"amount":{"value":0,"currency":"usd"},"credits":500,\
                "bonus":0}""".formatted(free.at("id")));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(service.get(V1 + "/balance").at("addOn.available")).isEqualTo("500");
        assertThat(service.get(V1 + "/purchases").at("purchases.0.promoCode")).isEqualTo(code);
        assertThat(service.post(V1 + "/purchases", wish(500, code)).at("reason")).isEqualTo("used_up_here");
        assertThat(operator().post(V1 + "/operator/purchases/" + free.at("id") + "/refund", "{\"reason\":\"x\"}")
                .at("reason")).isEqualTo("nothing_paid");
    }

    @Test
    void a_total_that_is_too_small_to_be_charged_is_refused_after_the_discount() {
        put("{\"amountOff\":60}");

        var reply = aServiceWith(500).post(V1 + "/purchases", wish(100, code));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.at("code")).isEqualTo("below_minimum_charge");
    }
}
