package scrip.domain.pricing;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scrip.domain.credit.Credits;
import scrip.domain.pricing.PriceList.Tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("Rule 8: multiples of 100")
class PriceListTest {

    private final PriceList prices = new PriceList(Money.of(100, "usd"), 200, 100_000,
            List.of(new Tier(5000, Money.of(80, "usd")), new Tier(1000, Money.of(90, "usd"))));

    @ParameterizedTest
    @CsvSource({"1, NOT_A_MULTIPLE_OF_100", "250, NOT_A_MULTIPLE_OF_100", "-50, NOT_A_MULTIPLE_OF_100", "0, TOO_FEW",
        "-100, TOO_FEW", "100, TOO_FEW", "100100, TOO_MANY"})
    void anything_but_a_multiple_of_100_within_the_limits_is_refused(long credits, PriceList.Refusal refusal) {
        assertThat(prices.refusalOf(credits)).contains(refusal);
    }

    @ParameterizedTest
    @ValueSource(longs = {200, 300, 100_000})
    void multiples_of_100_can_be_bought_up_to_the_most(long credits) {
        assertThat(prices.refusalOf(credits)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"200, 200", "900, 900", "1000, 900", "4900, 4410", "5000, 4000"})
    void a_tier_prices_the_whole_purchase_from_its_first_credit_on(long credits, long minorUnits) {
        assertThat(prices.priceOf(credits)).isEqualTo(Money.of(minorUnits, "usd"));
        assertThat(prices.priceOf(Credits.of(credits))).isEqualTo(Money.of(minorUnits, "usd"));
    }

    @Test
    void a_price_list_that_cannot_be_kept_is_refused() {
        Money price = Money.of(100, "usd");

        assertThatIllegalArgumentException().isThrownBy(() -> new PriceList(price, 0, 1000, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new PriceList(price, 150, 1000, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new PriceList(price, 100, 1050, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new PriceList(price, 300, 200, List.of()));
        assertThat(new PriceList(price, 300, 300, List.of()).refusalOf(300)).isEmpty();
    }

    @Test
    void one_number_of_credits_may_be_all_that_is_sold() {
        PriceList list = new PriceList(Money.of(100, "usd"), 500, 500, List.of());

        assertThat(list.refusalOf(500)).isEmpty();
        assertThat(new PriceList(Money.of(100, "usd"), 100, 100, List.of()).refusalOf(100)).isEmpty();
        assertThat(list.refusalOf(400)).contains(PriceList.Refusal.TOO_FEW);
        assertThat(list.refusalOf(600)).contains(PriceList.Refusal.TOO_MANY);
    }
}
