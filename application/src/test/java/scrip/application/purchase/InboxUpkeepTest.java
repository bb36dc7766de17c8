package scrip.application.purchase;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InboxUpkeepTest {

    private static final Duration MONTH = Duration.ofDays(31);

    @Test
    void events_are_kept_for_as_long_as_the_gateway_may_tell_them_again() {
        assertThatIllegalArgumentException().isThrownBy(
                () -> new InboxUpkeep(new InMemoryInbox(), () -> Instant.EPOCH, MONTH.minusNanos(1)));
        new InboxUpkeep(new InMemoryInbox(), () -> Instant.EPOCH, MONTH).run();
    }
}
