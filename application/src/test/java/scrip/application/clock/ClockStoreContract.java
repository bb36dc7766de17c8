package scrip.application.clock;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every store of the clock keeps to; the store is a new one for each test class. */
public abstract class ClockStoreContract {

    protected abstract ClockStore newStore();

    @Test
    void the_clock_goes_forward_to_the_microsecond_and_never_back() {
        ClockStore store = newStore();
        Duration ahead = Duration.ofDays(400).plusNanos(123_456_000);
        assertThat(store.offset()).isZero();

        assertThat(store.advanceTo(ahead)).isTrue();
        assertThat(store.advanceTo(ahead)).isTrue();
        assertThat(store.advanceTo(ahead.minusNanos(1_000))).isFalse();

        assertThat(newStore().offset()).isEqualTo(ahead);
    }
}
