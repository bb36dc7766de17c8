package scrip.web.site;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.web.api.ApiClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Rules 28 and 29 over HTTP with the payment sandbox, which delivers every event twice. */
class MoneyBackIT extends CloudSite {

    private static final String V1 = "/api/v1";
    private static final String SANDBOX = "/sandbox/stripe";

    private final String slug = "mb-" + UUID.randomUUID().toString().substring(0, 8);
    private Surfer sandbox;
    private ApiClient operator;
    private ApiClient service;

    @BeforeEach
    void aWorkspaceWithoutMonthlyCredits() {
        sandbox = new Surfer(port);
        sandbox.signIn(OPERATOR.name(), OPERATOR.password());
        act("switches", Map.of("duplicates", "on"));
        operator = new ApiClient(port, "operator-key-of-tests-0123456789abcdef");
        String path = V1 + "/operator/workspaces/" + slug;
        operator.put(path, "{\"name\":\"Money back\"}");
        operator.put(path + "/license", """
                {"plan":"Pro","builders":0,"creditsPerBuilder":0,"interval":"annual",
                 "startsAt":"2020-01-01T00:00:00Z","endsAt":"2090-01-01T00:00:00Z","timeZone":"UTC"}""");
        service = new ApiClient(port, operator.post(path + "/api-keys",
                "{\"name\":\"ai\",\"scopes\":[\"meter\",\"read\",\"purchase\"]}").at("key"));
    }

    @AfterEach
    void close() {
        act("switches", Map.of());
        sandbox.close();
    }

    private void act(String action, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("action", action);
        assertThat(sandbox.post(SANDBOX, SANDBOX, form).statusCode()).isEqualTo(303);
    }

    /** @return the id of a purchase that is paid and credited */
    private String buy(long credits) {
        String before = balance("available");
        ApiClient.Reply order = service.post(V1 + "/purchases", "{\"credits\":" + credits + "}");
        String page = URI.create(order.at("checkoutUrl")).getPath();
        assertThat(sandbox.post(page, page, Map.of("action", "pay")).statusCode()).isEqualTo(303);
        await().until(() -> !balance("available").equals(before));
        return order.at("id");
    }

    private String purchase(String id, String member) {
        for (var purchase : service.get(V1 + "/purchases").json().get("purchases")) {
            if (purchase.get("id").asString().equals(id)) {
                return purchase.get(member).asString();
            }
        }
        throw new AssertionError("no purchase " + id);
    }

    private String charge(String purchase) {
        String receipt = purchase(purchase, "receiptUrl");
        return receipt.substring(receipt.lastIndexOf('/') + 1);
    }

    private void gatewayRefunds(String purchase, long cents) {
        act("refund", Map.of("id", charge(purchase), "amount", Long.toString(cents)));
    }

    private String dispute(String charge) {
        Matcher row = Pattern.compile(charge + "[\\s\\S]*?value=\"(dp_\\w+|du_\\w+)\"")
                .matcher(sandbox.get(SANDBOX).body().split("id=\"disputes\"", 2)[1]);
        assertThat(row.find()).isTrue();
        return row.group(1);
    }

    private void spend(long credits) {
        assertThat(service.post(V1 + "/charges", "{\"operation\":\"query\",\"builder\":\"ada@nexus.test\",\"credits\":"
                + credits + "}").status()).isEqualTo(201);
    }

    private String balance(String member) {
        return service.get(V1 + "/balance").at(member);
    }

    private void awaitBalance(long available, long debt) {
        await().untilAsserted(() -> assertThat(List.of(balance("available"), balance("debt")))
                .containsExactly(Long.toString(available), Long.toString(debt)));
    }

    /** Everything is told once more, by another way. */
    private void hearAllAgain() {
        assertThat(operator.post(V1 + "/operator/reconcile", "{}").status()).isEqualTo(200);
    }

    /** 300 for $3 and 100 for $1 of which 250 are used, each a tenth of the example's price. */
    private String partUsed() {
        String p1 = buy(300);
        buy(100);
        spend(250);
        return p1;
    }

    @Test
    @DisplayName("Example J: the operator pays back the 50 unused credits of P1, and the gateway's news of it takes no more")
    void example_j_by_the_operator() {
        String p1 = partUsed();

        ApiClient.Reply refund = operator.post(V1 + "/operator/purchases/" + p1 + "/refund", "{\"reason\":\"unused\"}");

        assertThat(refund.response().body())
                .isEqualTo("{\"credits\":50,\"amount\":{\"value\":50,\"currency\":\"usd\"}}");
        awaitBalance(100, 0);
        hearAllAgain();
        awaitBalance(100, 0);
        assertThat(purchase(p1, "status")).isEqualTo("partially_refunded");
        assertThat(sandbox.get(SANDBOX).body()).contains("$0.50");
    }

    @Test
    @DisplayName("Example J: the button in the operator's console pays back the 50 unused credits of P1")
    void example_j_by_the_button() {
        String p1 = partUsed();
        List<String> complaints = new ArrayList<>();
        Page page = browse(true, complaints, OPERATOR);
        page.waitForURL(origin() + "/operator");
        page.navigate("/operator/workspaces/" + slug);
        Locator refund = page.locator("details.refund")
                .filter(new Locator.FilterOptions().setHasText("Refund $0.50 now"));

        refund.locator("summary").click();
        refund.getByLabel("Reason").fill("unused");
        isAccessible(page, true);
        refund.locator("button").click();

        PlaywrightAssertions.assertThat(page.locator(".notice strong").first()).hasText("The refund is made");
        PlaywrightAssertions.assertThat(page.getByText("Partly refunded")).isVisible();
        PlaywrightAssertions.assertThat(refund).hasCount(0);
        awaitBalance(100, 0);
        hearAllAgain();
        awaitBalance(100, 0);
        assertThat(purchase(p1, "status")).isEqualTo("partially_refunded");
        assertThat(complaints).isEmpty();
    }

    @Test
    @DisplayName("Example J: the gateway's full refund of P1 takes 50 from it, 100 from P2, and leaves debt 150")
    void example_j_by_the_gateway() {
        String p1 = partUsed();

        gatewayRefunds(p1, 300);

        awaitBalance(0, 150);
        hearAllAgain();
        awaitBalance(0, 150);
        assertThat(purchase(p1, "status")).isEqualTo("refunded");
    }

    @Test
    @DisplayName("Example K: partial refunds round down together and take exactly all in the end")
    void example_k() {
        String id = buy(300);

        gatewayRefunds(id, 111);
        awaitBalance(300 - 111, 0);
        gatewayRefunds(id, 111);
        awaitBalance(300 - 222, 0);
        gatewayRefunds(id, 78);
        awaitBalance(0, 0);
        hearAllAgain();
        awaitBalance(0, 0);
    }

    @Test
    @DisplayName("Example Q: a dispute takes, a won one puts back, a later full refund takes again")
    void example_q() {
        String id = buy(500);
        String charge = charge(id);

        act("dispute", Map.of("id", charge));
        awaitBalance(0, 0);
        assertThat(purchase(id, "status")).isEqualTo("disputed");
        assertThat(operator.post(V1 + "/operator/purchases/" + id + "/refund", "{\"reason\":\"x\"}").at("reason"))
                .isEqualTo("disputed");
        act("won", Map.of("id", dispute(charge)));
        awaitBalance(500, 0);
        gatewayRefunds(id, 500);
        awaitBalance(0, 0);
        hearAllAgain();
        awaitBalance(0, 0);
        assertThat(purchase(id, "status")).isEqualTo("refunded");
    }

    @Test
    @DisplayName("Rule 27: a discount is on the payment page and on the receipt, and a refund goes by what was paid")
    void a_discount() {
        String code = "IT-" + slug.toUpperCase(Locale.ROOT);
        operator.put(V1 + "/operator/promo-codes/" + code, "{\"percentOff\":20,\"maxRedemptions\":1}");
        ApiClient.Reply order = service.post(V1 + "/purchases", "{\"credits\":500,\"promoCode\":\"" + code + "\"}");
        String page = URI.create(order.at("checkoutUrl")).getPath();

        assertThat(sandbox.get(page).body()).contains("−$1.00", "$4.00");
        sandbox.post(page, page, Map.of("action", "pay"));
        awaitBalance(500, 0);
        spend(250);
        ApiClient.Reply refund = operator.post(V1 + "/operator/purchases/" + order.at("id") + "/refund",
                "{\"reason\":\"unused\"}");

        assertThat(refund.response().body()).isEqualTo(
                "{\"credits\":250,\"amount\":{\"value\":200,\"currency\":\"usd\"}}");
        awaitBalance(0, 0);
        assertThat(operator.get(V1 + "/operator/promo-codes/" + code).at("uses.0.status")).isEqualTo("kept");
    }
}
