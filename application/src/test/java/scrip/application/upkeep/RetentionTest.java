package scrip.application.upkeep;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RetentionTest {

    private static final Duration DAY = Duration.ofHours(24);

    @Test
    void keys_and_ended_holds_are_kept_for_a_day_at_least() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Upkeep.Retention(DAY.minusNanos(1), DAY));
        assertThatIllegalArgumentException().isThrownBy(() -> new Upkeep.Retention(DAY, DAY.minusNanos(1)));
        new Upkeep.Retention(DAY, DAY);
    }
}
