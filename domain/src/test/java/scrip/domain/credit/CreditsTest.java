package scrip.domain.credit;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CreditsTest {

    private static final Credits MOST = Credits.ofMicros(Long.MAX_VALUE);

    @Test
    void a_credit_is_a_million_micro_credits() {
        assertThat(Credits.of(1)).isEqualTo(Credits.ofMicros(1_000_000));
        assertThat(Credits.of(new BigDecimal("37.5"))).isEqualTo(Credits.ofMicros(37_500_000));
        assertThat(Credits.of(new BigDecimal("0.000001"))).isEqualTo(Credits.ofMicros(1));
        assertThat(Credits.of(new BigDecimal("1E+2"))).isEqualTo(Credits.of(100));
    }

    @Test
    void more_than_six_decimals_are_refused_not_rounded() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Credits.of(new BigDecimal("0.0000001")));
        assertThat(Credits.of(new BigDecimal("0.1000000"))).isEqualTo(Credits.ofMicros(100_000));
    }

    @Test
    void credits_are_never_negative() {
        assertThatIllegalArgumentException().isThrownBy(() -> Credits.ofMicros(-1)).withMessageContaining("-1");
        assertThatIllegalArgumentException().isThrownBy(() -> Credits.of(new BigDecimal("-0.000001")));
        assertThatIllegalArgumentException().isThrownBy(() -> Credits.of(1).minus(Credits.ofMicros(1_000_001)));
        assertThatIllegalArgumentException().isThrownBy(() -> Credits.of(1).times(-1));
    }

    @Test
    void an_amount_that_does_not_fit_is_a_bug_and_not_a_wrong_number() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> MOST.plus(Credits.ofMicros(1)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> MOST.times(2));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Credits.of(Long.MAX_VALUE));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Credits.of(new BigDecimal("9223372036854.775808")));
        assertThat(Credits.of(new BigDecimal("9223372036854.775807"))).isEqualTo(MOST);
    }

    @Test
    void arithmetic_is_exact() {
        assertThat(Credits.of(500).minus(Credits.ofMicros(20_000)).minus(Credits.ofMicros(40_000)))
                .hasToString("499.94");
        assertThat(Credits.of(2).plus(Credits.of(3)).times(4)).isEqualTo(Credits.of(20));
        assertThat(Credits.of(3).minus(Credits.of(3))).isEqualTo(Credits.ZERO);
        assertThat(Credits.of(3).minusOrZero(Credits.of(5))).isEqualTo(Credits.ZERO);
        assertThat(Credits.of(5).minusOrZero(Credits.of(3))).isEqualTo(Credits.of(2));
        assertThat(Credits.of(5).min(Credits.of(3))).isEqualTo(Credits.of(3));
        assertThat(Credits.of(3).min(Credits.of(5))).isEqualTo(Credits.of(3));
        assertThat(Credits.ofMicros(1_999_999).wholeFloor()).isEqualTo(Credits.of(1));
        assertThat(Credits.of(2).wholeFloor()).isEqualTo(Credits.of(2));
    }

    @Test
    void amounts_compare() {
        assertThat(Credits.ZERO.isZero()).isTrue();
        assertThat(Credits.ofMicros(1).isZero()).isFalse();
        assertThat(Credits.ofMicros(1).isPositive()).isTrue();
        assertThat(Credits.ZERO.isPositive()).isFalse();
        assertThat(Credits.of(1).isLessThan(Credits.of(2))).isTrue();
        assertThat(Credits.of(2).isLessThan(Credits.of(2))).isFalse();
        assertThat(Credits.of(2).isMoreThan(Credits.of(1))).isTrue();
        assertThat(Credits.of(2).isMoreThan(Credits.of(2))).isFalse();
        assertThat(Credits.of(1)).isLessThan(Credits.of(2)).isEqualByComparingTo(Credits.ofMicros(1_000_000));
    }

    @Test
    void an_amount_is_written_without_trailing_zeros() {
        assertThat(Credits.ZERO).hasToString("0");
        assertThat(Credits.of(100)).hasToString("100");
        assertThat(Credits.ofMicros(37_500_000)).hasToString("37.5");
        assertThat(Credits.ofMicros(1)).hasToString("0.000001");
        assertThat(Credits.of(1000).toDecimal()).isEqualTo(new BigDecimal("1000"));
    }
}
