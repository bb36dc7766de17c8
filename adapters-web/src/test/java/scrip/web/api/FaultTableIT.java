package scrip.web.api;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import scrip.application.payment.CheckoutLookup;
import scrip.application.payment.CheckoutOrder;
import scrip.application.payment.PaymentGateway;
import scrip.application.purchase.PurchaseStore;
import scrip.application.topup.AutoTopUps;
import scrip.application.topup.SavedCards;
import scrip.application.workspace.Workspaces;
import scrip.domain.credit.Credits;
import scrip.domain.pool.PoolId;
import scrip.domain.purchase.Purchase;
import scrip.domain.topup.AutoTopUp;
import scrip.web.ScripApplication;
import scrip.web.api.FaultyStripe.Call;
import scrip.web.api.FaultyStripe.Fault;
import scrip.web.site.Surfer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each call to Stripe made to fail in each way, as {@code faults.csv} has it: what the buyer or operator sees, what the
 * ledger says meanwhile, and what it says once Stripe is back and the same is tried again. Nothing is ever charged or
 * credited twice.
 */
@DisplayName("Every call to Stripe × every fault")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = ScripApplication.class)
@TestPropertySource(properties = {"scrip.public-url=http://localhost", "scrip.clock=adjustable",
    "scrip.stripe.sandbox.enabled=true", "scrip.stripe.http.read-timeout=1500ms",
    "scrip.stripe.http.retries=0", "scrip.stripe.sandbox.webhook-url=http://127.0.0.1:9/nobody-listens"})
class FaultTableIT extends ApiTest {

    private static final FaultyStripe STRIPE = new FaultyStripe();
    private static final String PASSWORD = "correct horse battery";

    @Autowired
    PaymentGateway gateway;
    @Autowired
    PurchaseStore purchases;
    @Autowired
    Workspaces workspaces;
    @Autowired
    SavedCards cards;
    @Autowired
    AutoTopUps topUps;

    private String slug;
    private ApiClient service;

    @DynamicPropertySource
    static void leadThroughTheFaults(DynamicPropertyRegistry registry) {
        registry.add("scrip.stripe.api-base", STRIPE::url);
    }

    @AfterAll
    static void stop() {
        STRIPE.close();
    }

    @BeforeEach
    void a_buyer() {
        STRIPE.leadTo(port);
        slug = aWorkspace();
        operator().put(WORKSPACES + slug + "/license", license(1, 100).replace("2026-03-01", "2020-01-01")
                .replace("2027-03-01", "2090-01-01"));
        operator().put(WORKSPACES + slug + "/members/" + buyer(),
                "{\"name\":\"Ada\",\"role\":\"admin\",\"password\":\"" + PASSWORD + "\"}");
        service = serviceOf(slug, "read", "purchase");
    }

    @AfterEach
    void mend() {
        STRIPE.mend();
    }

    /** A line of the table. */
    private record Line(Call call, Fault fault, String apiStatus, String apiCode, String pageSays, String creditsDuring,
            String statusDuring, String creditsAfter, String statusAfter) {

        static Line of(ArgumentsAccessor row) {
            return new Line(Call.valueOf(row.getString(0).toUpperCase(Locale.ROOT)),
                    Fault.valueOf(row.getString(1).toUpperCase(Locale.ROOT)), row.getString(2), row.getString(3),
                    row.getString(4), row.getString(5), row.getString(6), row.getString(7), row.getString(8));
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "faults.csv", numLinesToSkip = 1)
    void whatever_goes_wrong_the_buyer_knows_and_the_ledger_is_right(ArgumentsAccessor row) {
        Line line = Line.of(row);
        switch (line.call) {
            case OPEN, CUSTOMER -> opening(line, "{\"credits\":500}");
            case COUPON -> {
                operator().put(V1 + "/operator/promo-codes/" + slug, "{\"percentOff\":10}");
                opening(line, "{\"credits\":500,\"promoCode\":\"" + slug + "\"}");
            }
            case FIND -> returning(line);
            case EVENTS -> reconciling(line);
            case REFUND -> refunding(line);
            case EXPIRE -> expiring(line);
            case CHARGE -> charging(line);
        }
    }

    private void opening(Line line, String order) {
        STRIPE.breakDown(line.call, line.fault);
        assertApi(line, service.post(V1 + "/purchases", "k", order));
        assertThat(page(buy(line.call == Call.COUPON ? slug : ""))).contains(line.pageSays);
        assertDuring(line);
        STRIPE.mend();

        var opened = service.post(V1 + "/purchases", "k", order);
        assertThat(opened.status()).isEqualTo(201);
        pay(opened.at("checkoutUrl"));
        operator().post(V1 + "/operator/reconcile", "");

        assertAfter(line, opened.at("id"));
    }

    private void returning(Line line) {
        Purchase ordered = ordered();
        pay(url(ordered));
        STRIPE.breakDown(line.call, line.fault);
        try (Surfer ada = signedIn()) {
            String back = settings() + "?checkout=" + session(ordered);
            assertThat(page(ada.get(back))).contains(line.pageSays);
            assertDuring(line);
            STRIPE.mend();

            assertThat(page(ada.get(back))).contains("Payment received: 500 AI credits added");
            assertAfter(line, ordered.id());
        }
    }

    private void reconciling(Line line) {
        Purchase ordered = ordered();
        STRIPE.breakDown(line.call, line.fault);
        var report = operator().post(V1 + "/operator/reconcile", "");
        assertApi(line, report);
        assertThat(report.at("gatewayReached")).isEqualTo("false");
        assertDuring(line);
        STRIPE.mend();

        pay(url(ordered));
        assertThat(operator().post(V1 + "/operator/reconcile", "").at("gatewayReached")).isEqualTo("true");
        assertAfter(line, ordered.id());
    }

    private void refunding(Line line) {
        Purchase ordered = ordered();
        pay(url(ordered));
        operator().post(V1 + "/operator/reconcile", "");
        STRIPE.breakDown(line.call, line.fault);
        String refund = V1 + "/operator/purchases/" + ordered.id() + "/refund";
        assertApi(line, operator().post(refund, "r-" + slug, "{\"reason\":\"asked for\"}"));
        assertDuring(line);
        STRIPE.mend();

        var refunded = operator().post(refund, "r-" + slug, "{\"reason\":\"asked for\"}");
        assertThat(refunded.status()).as(refunded.response().body()).isEqualTo(200);
        assertThat(refunded.at("amount.value")).isEqualTo("500");
        assertAfter(line, ordered.id());
        assertThat(service.get(V1 + "/ledger?limit=1000").json().get("entries").valueStream()
                .filter(entry -> entry.get("type").asString().equals("refund"))).hasSize(1);
    }

    /** Nobody waits for it: a page that is still open closes by itself, and one that was closed is found closed. */
    private void expiring(Line line) {
        Purchase ordered = ordered();
        STRIPE.breakDown(line.call, line.fault);
        assertThat(gateway.expire(session(ordered))).isInstanceOf(CheckoutLookup.Unavailable.class);
        assertDuring(line);
        STRIPE.mend();

        pay(url(ordered));
        operator().post(V1 + "/operator/reconcile", "");
        assertAfter(line, ordered.id());
    }

    /** Nobody waits for it either: the same payment is asked for again by the job. */
    private void charging(Line line) {
        PoolId pool = workspaces.find(slug).orElseThrow().pool();
        cards.set(pool, new AutoTopUp.Settings(true, Credits.of(200), 500, 1));
        String page = cards
                .open(pool, slug, null, new CheckoutOrder.Returns("http://localhost/?c={CHECKOUT_SESSION_ID}",
                        URI.create("http://localhost/")))
                .orElseThrow().getPath();
        nobody().send(nobody().request(page).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("action=save")));
        STRIPE.breakDown(line.call, line.fault);
        assertThat(cards.returned(pool, page.substring(page.lastIndexOf('/') + 1)))
                .isEqualTo(line.fault != Fault.REFUSED);
        if (line.fault == Fault.REFUSED) {
            STRIPE.mend();
            assertThat(cards.returned(pool, page.substring(page.lastIndexOf('/') + 1))).isTrue();
            STRIPE.breakDown(line.call, line.fault);
        }
        topUps.work();
        assertDuring(line);
        STRIPE.mend();

        operator().put(V1 + "/operator/clock", "{\"now\":\"" + Instant
                .parse(operator().get(V1 + "/operator/clock").at("now")).plusSeconds(40) + "\"}");
        topUps.work();
        assertThat(service.get(V1 + "/purchases").json().get("purchases")).hasSize(1);
        assertAfter(line, service.get(V1 + "/purchases").at("purchases.0.id"));
    }

    private static void assertApi(Line line, ApiClient.Reply reply) {
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(Integer.parseInt(line.apiStatus));
        if (line.apiCode != null) {
            assertThat(reply.at("code")).isEqualTo(line.apiCode);
        }
    }

    private void assertDuring(Line line) {
        assertThat(addOn()).isEqualTo(line.creditsDuring);
        assertThat(service.get(V1 + "/purchases").at("purchases.0.status")).isEqualTo(line.statusDuring);
    }

    private void assertAfter(Line line, String purchase) {
        assertThat(addOn()).isEqualTo(line.creditsAfter);
        assertThat(purchases.byId(purchase)).map(known -> known.status().key()).contains(line.statusAfter);
        long credited = service.get(V1 + "/ledger?limit=1000").json().get("entries").valueStream()
                .filter(entry -> entry.get("type").asString().equals("purchase")).count();
        assertThat(credited).as("times that it was credited").isLessThanOrEqualTo(1);
    }

    private String addOn() {
        return service.get(V1 + "/balance").at("addOn.available");
    }

    private Purchase ordered() {
        var opened = service.post(V1 + "/purchases", "{\"credits\":500}");
        assertThat(opened.status()).isEqualTo(201);
        return purchases.byId(opened.at("id")).orElseThrow();
    }

    private static String session(Purchase purchase) {
        return purchase.checkout() == null ? "" : purchase.checkout().session();
    }

    private static String url(Purchase purchase) {
        return purchase.checkout() == null ? "" : purchase.checkout().url();
    }

    /** The buyer pays on the page that he was led to, if it is open. */
    private void pay(String page) {
        nobody().send(nobody().request(page.replaceFirst("^https?://[^/]+", ""))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("action=pay")));
    }

    private HttpResponse<String> buy(String code) {
        try (Surfer ada = signedIn()) {
            return ada.post(settings() + "/buy", settings() + "/buy", Map.of("credits", "500", "promoCode", code));
        }
    }

    private Surfer signedIn() {
        Surfer ada = new Surfer(port);
        assertThat(ada.signIn(buyer(), PASSWORD).statusCode()).isEqualTo(302);
        return ada;
    }

    private String buyer() {
        return "ada@" + slug + ".test";
    }

    private String settings() {
        return "/" + slug + "/settings/subscription";
    }

    private static String page(HttpResponse<String> answer) {
        return answer.body();
    }
}
