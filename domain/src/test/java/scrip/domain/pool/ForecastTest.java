package scrip.domain.pool;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scrip.domain.credit.Credits;

import static org.assertj.core.api.Assertions.assertThat;

/** How long credits last, renewals included; January has 31 days, so 100 a day need 3,100. */
class ForecastTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Terms TERMS = new Terms(Credits.of(3_000), Duration.ofDays(30));
    private static final CreditPool POOL = CreditPool.open(new PoolId(1), START).at(START, TERMS, Loaded.NOTHING);

    @Test
    void credits_that_are_spent_before_the_renewal_run_out_then() {
        Forecast forecast = Forecast.of(POOL, Credits.of(100));

        assertThat(forecast.runsOutAt()).isEqualTo(START.plus(Duration.ofDays(30)));
        assertThat(forecast.expiringUnused()).isEqualTo(Credits.ZERO);
    }

    @Test
    void credits_that_outlast_every_month_do_not_run_out_and_what_is_left_expires() {
        Forecast forecast = Forecast.of(POOL, Credits.of(90));

        assertThat(forecast.runsOutAt()).isNull();
        assertThat(forecast.expiringUnused()).isEqualTo(Credits.of(210));
    }

    @Test
    void nobody_spends_and_all_expires() {
        Forecast forecast = Forecast.of(POOL, Credits.ZERO);

        assertThat(forecast.runsOutAt()).isNull();
        assertThat(forecast.expiringUnused()).isEqualTo(Credits.of(3_000));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 96, 97, 100, 3_000_000, 4_000_000, 9_000_000_000_000L})
    void months_worked_out_before_tell_the_same_at_every_pace(long perDay) {
        Forecast.Horizon horizon = Forecast.Horizon.of(POOL.period());

        assertThat(Forecast.of(POOL, Credits.of(perDay), horizon)).isEqualTo(Forecast.of(POOL, Credits.of(perDay)));
    }

    @Test
    void a_pace_too_fast_for_any_number_runs_out_at_once() {
        assertThat(Forecast.of(POOL, Credits.of(9_000_000_000_000L)).runsOutAt()).isEqualTo(START);
    }
}
