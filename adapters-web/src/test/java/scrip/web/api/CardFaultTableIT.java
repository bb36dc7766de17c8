package scrip.web.api;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;
import scrip.application.topup.AutoTopUps;
import scrip.web.site.Surfer;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Every call to Stripe × every fault: saving a card and charging it")
class CardFaultTableIT extends FaultTableTest {

    private static final Map<String,
            String> ON = Map.of("enabled", "on", "consent", "on", "threshold", "200", "credits",
                    "500", "mostPerMonth", "1");

    @Autowired
    AutoTopUps topUps;

    @ParameterizedTest
    @CsvFileSource(resources = "card-faults.csv", numLinesToSkip = 1)
    void whatever_goes_wrong_the_admin_knows_and_the_ledger_is_right(ArgumentsAccessor row) {
        Line line = Line.of(row);
        try (Surfer ada = signedIn()) {
            switch (line.call()) {
                case OPEN -> opening(ada, line);
                case FIND -> returning(ada, line);
                case CHARGE -> charging(ada, line);
                default -> throw new IllegalArgumentException("another table has " + line.call());
            }
        }
    }

    /** The same form sent again leads to the page that was opened, or opens it. */
    private void opening(Surfer ada, Line line) {
        String key = UUID.randomUUID().toString();
        line.breakDown();
        assertThat(follow(ada, open(ada, key))).contains(line.pageSays());
        assertDuring(line);
        STRIPE.mend();

        String page = path(open(ada, key));
        assertThat(path(open(ada, key))).as("the same page").isEqualTo(page);
        saveAndReturn(ada, page);
        assertTopsUp(ada, line);
    }

    private void returning(Surfer ada, Line line) {
        String page = path(open(ada, UUID.randomUUID().toString()));
        sandbox.press(page, "save");
        line.breakDown();
        assertThat(follow(ada, ada.get(returnFrom(page)))).contains(line.pageSays());
        assertDuring(line);
        STRIPE.mend();

        reconcile();
        assertThat(ada.get(settings()).body()).as("the gateway's event told of it").contains("Visa •••• 4242");
        assertTopsUp(ada, line);
    }

    /** Nobody waits for it: the same payment is asked for again by the job. */
    private void charging(Surfer ada, Line line) {
        saveAndReturn(ada, path(open(ada, UUID.randomUUID().toString())));
        ada.post(settings(), settings() + "/top-up", ON);
        line.breakDown();
        topUps.work();
        assertDuring(line);
        assertThat(ada.get(settings()).body()).contains(line.pageSays());
        STRIPE.mend();

        pass(40);
        assertTopsUp(ada, line);
    }

    private void assertTopsUp(Surfer ada, Line line) {
        ada.post(settings(), settings() + "/top-up", ON);
        topUps.work();
        assertThat(service.get(V1 + "/purchases").json().get("purchases")).hasSize(1);
        String purchase = service.get(V1 + "/purchases").at("purchases.0.id");
        assertAfter(line, purchase);
        assertThat(sandbox.charges(purchase)).as("charges").isEqualTo(1);
    }

    private HttpResponse<String> open(Surfer ada, String key) {
        return ada.post(settings(), settings() + "/top-up/card", Map.of("key", key));
    }

    private void saveAndReturn(Surfer ada, String page) {
        sandbox.press(page, "save");
        assertThat(follow(ada, ada.get(returnFrom(page)))).contains("The card is saved.");
    }

    private String returnFrom(String page) {
        return settings() + "/top-up/card?session=" + page.substring(page.lastIndexOf('/') + 1);
    }

    private static String follow(Surfer surfer, HttpResponse<String> redirect) {
        return surfer.get(path(redirect).replaceFirst("#.*", "")).body();
    }
}
