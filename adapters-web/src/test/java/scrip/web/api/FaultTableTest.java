package scrip.web.api;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import scrip.application.payment.PaymentGateway;
import scrip.application.purchase.PurchaseStore;
import scrip.domain.purchase.Purchase;
import scrip.web.ScripApplication;
import scrip.web.api.FaultyStripe.Call;
import scrip.web.api.FaultyStripe.Fault;
import scrip.web.site.Surfer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each call to Stripe made to fail in each way, as the tables have it: what the buyer, admin or operator sees, what the
 * ledger says meanwhile, and what it says once Stripe is back and the same is tried again. Nothing is ever charged or
 * credited twice. Reconciliation comes when it is asked for: by itself it would sometimes find what is not told yet.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = ScripApplication.class)
@TestPropertySource(properties = {"scrip.public-url=http://localhost", "scrip.clock=adjustable",
    "scrip.reconciliation.every=36500d",
    "scrip.stripe.sandbox.enabled=true", "scrip.stripe.api-key=" + StripeSandbox.API_KEY,
    "scrip.stripe.webhook-secrets=" + StripeSandbox.SECRET, "scrip.stripe.http.read-timeout=500ms",
    "scrip.stripe.http.retries=0", "scrip.stripe.sandbox.webhook-url=http://127.0.0.1:9/nobody-listens"})
abstract class FaultTableTest extends ApiTest {

    /** Lives as long as the application that it stands before, which the tables share. */
    static final FaultyStripe STRIPE = new FaultyStripe();

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    PaymentGateway gateway;
    @Autowired
    PurchaseStore purchases;

    String slug;
    ApiClient service;
    StripeSandbox sandbox;

    @DynamicPropertySource
    static void leadThroughTheFaults(DynamicPropertyRegistry registry) {
        registry.add("scrip.stripe.api-base", STRIPE::url);
    }

    @BeforeEach
    void a_buyer() {
        STRIPE.leadTo(port);
        sandbox = new StripeSandbox(port);
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

    /** A line of a table. */
    record Line(Call call, Fault fault, String apiStatus, String apiCode, String pageSays, String creditsDuring,
            String statusDuring, String creditsAfter, String statusAfter) {

        static Line of(ArgumentsAccessor row) {
            return new Line(Call.valueOf(row.getString(0).toUpperCase(Locale.ROOT)),
                    Fault.valueOf(row.getString(1).toUpperCase(Locale.ROOT)), row.getString(2), row.getString(3),
                    row.getString(4), row.getString(5), row.getString(6), row.getString(7), row.getString(8));
        }

        void breakDown() {
            STRIPE.breakDown(call, fault);
        }
    }

    static void assertApi(Line line, ApiClient.Reply reply) {
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(Integer.parseInt(line.apiStatus));
        if (line.apiCode != null) {
            assertThat(reply.at("code")).isEqualTo(line.apiCode);
        }
    }

    void assertDuring(Line line) {
        assertThat(addOn()).isEqualTo(line.creditsDuring);
        assertThat(service.get(V1 + "/purchases").at("purchases.0.status"))
                .isEqualTo(line.statusDuring == null ? "" : line.statusDuring);
    }

    void assertAfter(Line line, String purchase) {
        assertThat(addOn()).isEqualTo(line.creditsAfter);
        assertThat(purchases.byId(purchase)).map(known -> known.status().key()).contains(line.statusAfter);
        long credited = service.get(V1 + "/ledger?limit=1000").json().get("entries").valueStream()
                .filter(entry -> entry.get("type").asString().equals("purchase")).count();
        assertThat(credited).as("times that it was credited").isLessThanOrEqualTo(1);
    }

    String addOn() {
        return service.get(V1 + "/balance").at("addOn.available");
    }

    void reconcile() {
        operator().post(V1 + "/operator/reconcile", "");
    }

    Instant now() {
        return Instant.parse(operator().get(V1 + "/operator/clock").at("now"));
    }

    void pass(int seconds) {
        operator().put(V1 + "/operator/clock", "{\"now\":\"" + now().plusSeconds(seconds) + "\"}");
    }

    Purchase ordered() {
        var opened = service.post(V1 + "/purchases", "{\"credits\":500}");
        assertThat(opened.status()).isEqualTo(201);
        return purchases.byId(opened.at("id")).orElseThrow();
    }

    /** @return a purchase that is paid and credited */
    Purchase bought() {
        Purchase ordered = ordered();
        sandbox.pay(url(ordered));
        reconcile();
        return purchases.byId(ordered.id()).orElseThrow();
    }

    static String session(Purchase purchase) {
        return purchase.checkout() == null ? "" : purchase.checkout().session();
    }

    static String url(Purchase purchase) {
        return purchase.checkout() == null ? "" : purchase.checkout().url();
    }

    Surfer signedIn() {
        Surfer ada = new Surfer(port);
        assertThat(ada.signIn(buyer(), PASSWORD).statusCode()).isEqualTo(302);
        return ada;
    }

    String buyer() {
        return "ada@" + slug + ".test";
    }

    String settings() {
        return "/" + slug + "/settings/subscription";
    }

    /** @return where an answer leads, on this server */
    static String path(HttpResponse<String> redirect) {
        return redirect.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }
}
