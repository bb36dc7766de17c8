package scrip.application.audit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import scrip.application.audit.VerificationLog.Run;
import scrip.application.pool.InMemoryPoolStore;
import scrip.application.pool.Turns;
import scrip.application.pool.UnavailableException;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VerificationsTest {

    private final InMemoryPoolStore pools = new InMemoryPoolStore();
    private final InMemoryVerificationLog log = new InMemoryVerificationLog();
    private final List<Runnable> later = new ArrayList<>();
    private Instant now = FullLife.START;
    private final InstantSource clock = () -> now;

    private Verifications of(Archive archive) {
        return new Verifications(new Verifier(archive, clock), log, clock, later::add);
    }

    @Test
    void it_begins_at_once_and_ends_when_all_is_verified() {
        for (long id = 1; id <= 2; id++) {
            pools.create(CreditPool.open(new PoolId(id), FullLife.START));
            new FullLife(new Turns(pools), new PoolId(id)).live();
        }
        Verifications verifications = of(new InMemoryArchive(pools));

        assertThat(verifications.start()).isTrue();
        assertThat(verifications.latest()).hasValueSatisfying(run -> {
            assertThat(run.endedAt()).isNull();
            assertThat(verifications.isRunning(run)).isTrue();
        });
        assertThat(verifications.start()).isFalse();

        later.removeFirst().run();
        Run run = verifications.latest().orElseThrow();
        assertThat(run.endedAt()).isEqualTo(now);
        assertThat(run.pools()).isEqualTo(2);
        assertThat(run.entries()).isGreaterThan(80);
        assertThat(run.findings()).isEmpty();
        assertThat(verifications.isRunning(run)).isFalse();
        assertThat(verifications.start()).isTrue();
    }

    /** A node that dies, or a store that is lost on the way, ends no verification. */
    @Test
    void one_that_fell_silent_is_not_running_and_another_may_begin() {
        Verifications verifications = of(new Archive() {
            @Override
            public List<PoolId> pools(long after, int limit) {
                throw new UnavailableException("the store is away", new IllegalStateException());
            }

            @Override
            public <T> T look(PoolId pool, Function<View, T> at) {
                throw new UnsupportedOperationException();
            }
        });
        verifications.start();
        assertThatThrownBy(later.removeFirst()::run).isInstanceOf(UnavailableException.class);
        assertThat(verifications.start()).isFalse();

        now = now.plus(Verifications.SILENCE).plusSeconds(1);

        assertThat(verifications.isRunning(verifications.latest().orElseThrow())).isFalse();
        assertThat(verifications.start()).isTrue();
    }
}
