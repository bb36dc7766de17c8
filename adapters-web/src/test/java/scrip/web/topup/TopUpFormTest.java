package scrip.web.topup;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.purchase.Shop;
import scrip.domain.credit.Credits;
import scrip.domain.pricing.Money;
import scrip.domain.pricing.PriceList;
import scrip.domain.topup.AutoTopUp;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The form of automatic top-up")
class TopUpFormTest {

    /** A hundred for 10 cents, where the gateway charges 50 at least. */
    private static final Shop CHEAP = new Shop(new PriceList(Money.of(10, "usd"), 100, 1_000_000, List.of()),
            Money.of(50, "usd"), false);

    private static TopUpForm form(String credits) {
        return new TopUpForm("on", "50", credits, "3", "on");
    }

    @Test
    void is_taken_as_typed() {
        assertThat(form("1,000").settings(CHEAP)).contains(new AutoTopUp.Settings(true, Credits.of(50), 1_000, 3));
    }

    @Test
    void is_refused_for_so_few_credits_that_their_price_cannot_be_charged() {
        assertThat(form("400").settings(CHEAP)).isEmpty();
        assertThat(form("500").settings(CHEAP)).isPresent();
    }

    @Test
    void needs_consent_to_be_turned_on_only() {
        assertThat(new TopUpForm("on", "50", "500", "3", null).lacksConsent()).isTrue();
        assertThat(new TopUpForm(null, "50", "500", "3", null).lacksConsent()).isFalse();
    }
}
