package scrip.web.api;

import java.net.http.HttpResponse;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import scrip.domain.purchase.Purchase;
import scrip.web.api.FaultyStripe.Call;
import scrip.web.site.Surfer;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Every call to Stripe × every fault: buying, coming back, turning back, paying back, reconciling")
class FaultTableIT extends FaultTableTest {

    @ParameterizedTest
    @CsvFileSource(resources = "faults.csv", numLinesToSkip = 1)
    void whatever_goes_wrong_the_buyer_knows_and_the_ledger_is_right(ArgumentsAccessor row) {
        Line line = Line.of(row);
        switch (line.call()) {
            case OPEN, CUSTOMER -> opening(line, "{\"credits\":500}");
            case COUPON -> {
                operator().put(V1 + "/operator/promo-codes/" + slug, "{\"percentOff\":10}");
                opening(line, "{\"credits\":500,\"promoCode\":\"" + slug + "\"}");
            }
            case FIND -> returning(line);
            case EXPIRE -> turningBack(line);
            case EVENTS -> reconciling(line);
            case REFUND -> refunding(line);
            default -> throw new IllegalArgumentException("another table has " + line.call());
        }
    }

    private void opening(Line line, String order) {
        line.breakDown();
        assertApi(line, service.post(V1 + "/purchases", "k", order));
        assertThat(buy(line.call() == Call.COUPON ? slug : "").body()).contains(line.pageSays());
        assertDuring(line);
        STRIPE.mend();

        var opened = service.post(V1 + "/purchases", "k", order);
        assertThat(opened.status()).isEqualTo(201);
        sandbox.pay(opened.at("checkoutUrl"));
        reconcile();

        assertAfter(line, opened.at("id"));
    }

    private void returning(Line line) {
        Purchase ordered = ordered();
        sandbox.pay(url(ordered));
        line.breakDown();
        try (Surfer ada = signedIn()) {
            String back = settings() + "?checkout=" + session(ordered);
            assertThat(ada.get(back).body()).contains(line.pageSays());
            assertDuring(line);
            STRIPE.mend();

            assertThat(ada.get(back).body()).contains("Payment received: 500 AI credits added");
            assertAfter(line, ordered.id());
        }
    }

    /** The page that could not be closed is closed by the next look at it, or may still be paid. */
    private void turningBack(Line line) {
        Purchase ordered = ordered();
        line.breakDown();
        try (Surfer ada = signedIn()) {
            assertThat(ada.get(settings() + "?payment=" + ordered.id()).body()).contains(line.pageSays());
        }
        assertDuring(line);
        STRIPE.mend();

        sandbox.pay(url(ordered));
        reconcile();
        assertAfter(line, ordered.id());
    }

    private void reconciling(Line line) {
        Purchase ordered = ordered();
        line.breakDown();
        var report = operator().post(V1 + "/operator/reconcile", "");
        assertApi(line, report);
        assertThat(report.at("gatewayReached")).isEqualTo("false");
        assertDuring(line);
        STRIPE.mend();

        sandbox.pay(url(ordered));
        assertThat(operator().post(V1 + "/operator/reconcile", "").at("gatewayReached")).isEqualTo("true");
        assertAfter(line, ordered.id());
    }

    private void refunding(Line line) {
        Purchase bought = bought();
        line.breakDown();
        String refund = V1 + "/operator/purchases/" + bought.id() + "/refund";
        assertApi(line, operator().post(refund, "r-" + slug, "{\"reason\":\"asked for\"}"));
        assertDuring(line);
        STRIPE.mend();

        var refunded = operator().post(refund, "r-" + slug, "{\"reason\":\"asked for\"}");
        assertThat(refunded.status()).as(refunded.response().body()).isEqualTo(200);
        assertThat(refunded.at("amount.value")).isEqualTo("500");
        assertAfter(line, bought.id());
        assertThat(service.get(V1 + "/ledger?limit=1000").json().get("entries").valueStream()
                .filter(entry -> entry.get("type").asString().equals("refund"))).hasSize(1);
    }

    private HttpResponse<String> buy(String code) {
        try (Surfer ada = signedIn()) {
            return ada.post(settings() + "/buy", settings() + "/buy", Map.of("credits", "500", "promoCode", code));
        }
    }
}
