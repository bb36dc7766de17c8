package scrip.domain.pricing;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MoneyTest {

    @Test
    void money_is_counted_in_minor_units() {
        assertThat(Money.of(100, "usd").times(5)).isEqualTo(Money.of(500, "usd"));
        assertThat(Money.of(500, "usd").plus(Money.of(1, "usd")).minus(Money.of(2, "usd")))
                .isEqualTo(Money.of(499, "usd"));
        assertThat(Money.zero("usd").isZero()).isTrue();
    }

    @Test
    void a_currency_is_the_same_in_either_case() {
        assertThat(Money.of(1, "USD")).isEqualTo(Money.of(1, "usd"));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(1, "dollars"));
    }

    @Test
    void money_is_never_negative() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(-1, "usd"));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(1, "usd").minus(Money.of(2, "usd")));
    }

    @Test
    void currencies_do_not_mix() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(1, "usd").plus(Money.of(1, "eur")));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(1, "usd").compareTo(Money.of(1, "eur")));
    }

    @Test
    void an_amount_that_does_not_fit_is_a_bug_and_not_a_wrong_number() {
        assertThatThrownBy(() -> Money.of(Long.MAX_VALUE, "usd").plus(Money.of(1, "usd")))
                .isInstanceOf(ArithmeticException.class);
    }
}
