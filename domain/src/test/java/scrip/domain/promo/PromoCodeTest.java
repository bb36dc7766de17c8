package scrip.domain.promo;

import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scrip.domain.credit.Credits;
import scrip.domain.pricing.Money;
import scrip.domain.promo.Benefit.AmountOff;
import scrip.domain.promo.Benefit.BonusCredits;
import scrip.domain.promo.Benefit.PercentOff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rule 27: what a promo code gives, and why it does not. */
class PromoCodeTest {

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-04-01T00:00:00Z");
    private static final Use UNUSED = Use.NONE;
    private static final Wish WISH = new Wish(Credits.of(500), usd(500), true);

    private static Money usd(long cents) {
        return Money.of(cents, "usd");
    }

    private static PromoCode code(Benefit gives, Conditions conditions) {
        return new PromoCode("SPRING", gives, conditions, START, null);
    }

    private static PromoCode code(Conditions conditions) {
        return code(new PercentOff(20), conditions);
    }

    private static Optional<PromoRefusal> refusal(Conditions conditions, Use use) {
        return code(conditions).refusalOf(WISH, use, START);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring-20", " Spring-20 ", "\tSPRING-20\n", "\u00a0sPrInG-20"})
    @DisplayName("Rule 27 codes ignore case and surrounding space")
    void case_and_space(String typed) {
        assertThat(PromoCode.normalized(typed)).contains("SPRING-20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "-a", "größe", "a'b", "ﬁ", "a\u0000b"})
    @DisplayName("What no code looks like is none")
    void no_code(String typed) {
        assertThat(PromoCode.normalized(typed)).isEmpty();
        assertThat(PromoCode.normalized("x".repeat(PromoCode.LONGEST + 1))).isEmpty();
        assertThat(PromoCode.normalized("x".repeat(PromoCode.LONGEST))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"20, 500, 100", "33, 101, 33", "50, 101, 51", "50, 1, 1", "1, 49, 0", "1, 50, 1", "100, 12345, 12345",
        "99, 9007199254740993, 8917127262193583"})
    @DisplayName("Rule 27 percent off is rounded half up to the minor unit")
    void percent(int percent, long price, long off) {
        assertThat(new PercentOff(percent).discountOn(usd(price))).isEqualTo(usd(off));
    }

    @ParameterizedTest
    @CsvSource({"100, 500, 100", "500, 500, 500", "501, 500, 500"})
    @DisplayName("Rule 27 an amount off never takes more than the price")
    void amount(long amount, long price, long off) {
        assertThat(new AmountOff(usd(amount)).discountOn(usd(price))).isEqualTo(usd(off));
    }

    @Test
    @DisplayName("Rule 27 bonus credits leave the price")
    void bonus() {
        BonusCredits gives = new BonusCredits(Credits.of(50));

        assertThat(gives.discountOn(usd(500))).isEqualTo(usd(0));
        assertThat(gives.bonus()).isEqualTo(Credits.of(50));
        assertThat(new PercentOff(5).bonus()).isEqualTo(Credits.ZERO);
    }

    @Test
    @DisplayName("A code gives something, at least once, and ends after it starts")
    void nonsense() {
        assertThatThrownBy(() -> new PercentOff(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PercentOff(101)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AmountOff(usd(0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BonusCredits(Credits.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Conditions(START, START, null, null, Credits.ZERO, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Conditions(null, null, 0L, null, Credits.ZERO, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PromoCode("spring", new PercentOff(1), Conditions.NONE, START, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("Rule 27 the first instant is included, the end is not")
    void first_and_last() {
        PromoCode code = code(new Conditions(START, END, null, null, Credits.ZERO, false));

        assertThat(code.refusalOf(WISH, UNUSED, START.minusNanos(1))).contains(PromoRefusal.NOT_STARTED);
        assertThat(code.refusalOf(WISH, UNUSED, START)).isEmpty();
        assertThat(code.refusalOf(WISH, UNUSED, END.minusNanos(1))).isEmpty();
        assertThat(code.refusalOf(WISH, UNUSED, END)).contains(PromoRefusal.ENDED);
        assertThat(code.status(0, START.minusNanos(1))).isEqualTo(PromoStatus.SCHEDULED);
        assertThat(code.status(0, START)).isEqualTo(PromoStatus.ACTIVE);
        assertThat(code.status(0, END)).isEqualTo(PromoStatus.ENDED);
    }

    @Test
    @DisplayName("Rule 27 most redemptions, in all and per pool")
    void limits() {
        Conditions thrice = new Conditions(null, null, 3L, null, Credits.ZERO, false);
        Conditions twiceHere = new Conditions(null, null, null, 2L, Credits.ZERO, false);

        assertThat(refusal(thrice, new Use(2, 2, 0))).isEmpty();
        assertThat(refusal(thrice, new Use(3, 0, 0))).contains(PromoRefusal.USED_UP);
        assertThat(refusal(thrice, new Use(4, 0, 0))).contains(PromoRefusal.USED_UP);
        assertThat(refusal(twiceHere, new Use(9, 1, 0))).isEmpty();
        assertThat(refusal(twiceHere, new Use(9, 2, 0))).contains(PromoRefusal.USED_UP_HERE);
        assertThat(code(thrice).status(3, START)).isEqualTo(PromoStatus.USED_UP);
    }

    @Test
    @DisplayName("Rule 27 least credits")
    void least_credits() {
        Conditions from500 = new Conditions(null, null, null, null, Credits.of(500), false);

        assertThat(refusal(from500, UNUSED)).isEmpty();
        assertThat(code(from500).refusalOf(new Wish(Credits.of(400), usd(400), true), UNUSED, START))
                .contains(PromoRefusal.BELOW_MINIMUM);
    }

    @Test
    @DisplayName("Rule 27 first purchase only, and once, whichever code for a first purchase it is")
    void first_purchase() {
        Conditions first = new Conditions(null, null, null, null, Credits.ZERO, true);

        assertThat(refusal(first, UNUSED)).isEmpty();
        assertThat(refusal(first, new Use(1, 1, 0))).contains(PromoRefusal.USED_UP_HERE);
        assertThat(refusal(first, new Use(0, 0, 1))).contains(PromoRefusal.NOT_FIRST_PURCHASE);
        assertThat(refusal(Conditions.NONE, new Use(0, 0, 1))).isEmpty();
        assertThat(code(first).refusalOf(new Wish(Credits.of(500), usd(500), false), new Use(1, 1, 0), START))
                .contains(PromoRefusal.NOT_FIRST_PURCHASE);
    }

    @Test
    @DisplayName("A retired code and an amount of another currency are refused")
    void others() {
        PromoCode retired = new PromoCode("OLD", new PercentOff(20), Conditions.NONE, START, START);

        assertThat(retired.refusalOf(WISH, UNUSED, END)).contains(PromoRefusal.RETIRED);
        assertThat(retired.status(0, END)).isEqualTo(PromoStatus.RETIRED);
        assertThat(code(new AmountOff(Money.of(5, "eur")), Conditions.NONE).refusalOf(WISH, UNUSED, START))
                .contains(PromoRefusal.OTHER_CURRENCY);
    }

    @Test
    @DisplayName("A code may be redeemed once at least, in all and per pool")
    void once_at_least() {
        assertThat(new Conditions(null, END, 1L, 1L, Credits.ZERO, false).maxPerPool()).isEqualTo(1);
        assertThatThrownBy(() -> new Conditions(null, null, 1L, 0L, Credits.ZERO, false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("The API knows each refusal and each status by its own name")
    void keys() {
        assertThat(PromoRefusal.USED_UP_HERE.key()).isEqualTo("used_up_here");
        assertThat(PromoStatus.USED_UP.key()).isEqualTo("used_up");
    }
}
