package scrip.web.site;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scrip.web.api.ApiClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What was bought in the demo's history is at the payment sandbox too, as what people buy in it. */
class DemoPaymentsIT extends CloudSite {

    private static final String SETTINGS = "/nexuscorp/settings/subscription";
    private static final Pattern RECEIPT = Pattern.compile("href=\"([^\"]*/sandbox/stripe/receipts/ch_[^\"]+)\"");
    private static final String RECONCILE = "/api/v1/operator/reconcile";

    private ApiClient operator;

    @BeforeEach
    void an_operator() {
        operator = new ApiClient(port, "operator-key-of-tests-0123456789abcdef");
    }

    @Test
    void its_purchases_have_receipts() {
        try (Surfer ada = new Surfer(port)) {
            ada.signIn(ADA.name(), ADA.password());
            List<String> receipts = RECEIPT.matcher(ada.get(SETTINGS).body()).results()
                    .map((MatchResult link) -> link.group(1)).toList();

            assertThat(receipts).isNotEmpty().allSatisfy(receipt -> {
                assertThat(receipt).startsWith(origin());
                assertThat(ada.get(receipt.substring(origin().length())).body()).contains("Receipt for AI credits",
                        "100 AI credits");
            });
        }
    }

    @Test
    void its_purchases_and_the_gateways_payments_agree() {
        assertThat(operator.post(RECONCILE, "").json().get("differs")).isEmpty();
    }
}
