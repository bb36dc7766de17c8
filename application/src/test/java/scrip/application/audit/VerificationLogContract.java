package scrip.application.audit;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scrip.application.audit.Verification.Finding;
import scrip.application.audit.VerificationLog.Run;
import scrip.domain.audit.Flaw;
import scrip.domain.pool.PoolId;

import static org.assertj.core.api.Assertions.assertThat;

/** What every log of verifications keeps to; an empty one for each test. */
public abstract class VerificationLogContract {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.000001Z");
    private static final Finding FINDING = new Finding(new PoolId(7),
            new Flaw(Flaw.Kind.HASH, 88L, "The hash of entry 88 does not follow, “é”."));
    private static final Finding OTHER = new Finding(new PoolId(7),
            new Flaw(Flaw.Kind.BALANCE, null, "The balance is 71; the ledger says 70."));

    private VerificationLog log;

    protected abstract VerificationLog emptyLog();

    @BeforeEach
    void open() {
        log = emptyLog();
    }

    @Test
    void one_goes_on_until_it_ends_and_no_other_begins_meanwhile() {
        assertThat(log.latest()).isEmpty();

        assertThat(log.begin(NOW, NOW.minusSeconds(60))).isTrue();
        assertThat(log.begin(at(1), at(1).minusSeconds(60))).isFalse();
        log.progress(3, 1_234, at(2));
        assertThat(log.latest()).contains(new Run(NOW, at(2), null, 3, 1_234, List.of()));

        log.end(new Verification(NOW, 4, 5_678, List.of(FINDING, OTHER)), at(3));
        assertThat(log.latest()).contains(new Run(NOW, at(3), at(3), 4, 5_678, List.of(FINDING, OTHER)));

        assertThat(log.begin(at(4), at(4).minusSeconds(60))).isTrue();
        assertThat(log.latest()).contains(new Run(at(4), at(4), null, 0, 0, List.of()));
    }

    @Test
    void one_that_was_not_heard_of_for_long_makes_room_for_another() {
        log.begin(NOW, NOW.minusSeconds(60));
        log.progress(1, 1, at(30));

        assertThat(log.begin(at(60), at(0))).isFalse();
        assertThat(log.begin(at(91), at(31))).isTrue();
    }

    @Test
    void what_ends_late_changes_nothing_of_one_that_has_ended() {
        log.begin(NOW, NOW.minusSeconds(60));
        log.end(new Verification(NOW, 4, 9, List.of()), at(3));

        log.progress(1, 1, at(4));
        log.end(new Verification(NOW, 5, 10, List.of(FINDING)), at(5));

        assertThat(log.latest()).contains(new Run(NOW, at(3), at(3), 4, 9, List.of()));
    }

    private static Instant at(long seconds) {
        return NOW.plusSeconds(seconds);
    }
}
