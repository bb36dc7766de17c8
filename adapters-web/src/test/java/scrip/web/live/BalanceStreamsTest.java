package scrip.web.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scrip.application.live.InMemoryPoolMarks;
import scrip.application.live.LiveBalances;
import scrip.application.pool.InMemoryStores;
import scrip.application.pool.PoolStore;
import scrip.application.pool.UnavailableException;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BalanceStreamsTest {

    private static final Instant T = Instant.parse("2026-03-01T12:00:00Z");

    private final InMemoryStores stores = new InMemoryStores();
    private final PoolId pool = stores.nextId();
    private final PoolId other = stores.nextId();
    private volatile boolean down;
    private final BalanceStreams streams = new BalanceStreams(
            new LiveBalances(new InMemoryPoolMarks(stores.pools()), new PoolsThatGoDown(), () -> T, Terms.DEFAULT),
            new LiveSettings(3, 2, Duration.ofMillis(20), Duration.ofMinutes(1), Duration.ofMinutes(1)));

    @BeforeEach
    void start() {
        stores.create(CreditPool.open(pool, T));
        stores.create(CreditPool.open(other, T));
        streams.start();
    }

    @AfterEach
    void stop() {
        streams.stop();
    }

    private static Listener anybody() {
        return new Listener(Versions::of, () -> true, "");
    }

    @Test
    void no_pool_uses_up_all_streams_of_the_node() {
        assertThat(streams.open(pool, anybody())).isPresent();
        assertThat(streams.open(pool, anybody())).isPresent();

        assertThat(streams.open(pool, anybody())).isEmpty();
        assertThat(streams.open(other, anybody())).isPresent();
    }

    @Test
    void no_more_streams_are_opened_than_the_node_may_have() {
        assertThat(streams.open(pool, anybody())).isPresent();
        assertThat(streams.open(other, anybody())).isPresent();
        assertThat(streams.open(other, anybody())).isPresent();

        assertThat(streams.open(pool, anybody())).isEmpty();
    }

    @Test
    void a_stream_that_is_over_leaves_its_place_to_another_one_of_its_pool() {
        Seats seats = new Seats(2, 1);
        assertThat(seats.take(pool)).isTrue();
        assertThat(seats.take(pool)).isFalse();

        seats.giveBack(pool);

        assertThat(seats.take(pool)).isTrue();
        assertThat(seats.take(other)).isTrue();
    }

    @Test
    void a_stream_that_could_not_begin_takes_no_place() {
        for (int i = 0; i < 5; i++) {
            down = true;
            assertThatThrownBy(() -> streams.open(pool, anybody())).isInstanceOf(UnavailableException.class);
        }
        down = false;

        assertThat(streams.open(pool, anybody())).isPresent();
    }

    /** Reads nothing while it is down. */
    private final class PoolsThatGoDown implements PoolStore {

        @Override
        public void transact(Map<PoolId, Wanted> wanted, InstantSource clock, Function<Locked, Changes> decide) {
            stores.pools().transact(wanted, clock, decide);
        }

        @Override
        public Optional<Unlocked> read(PoolId id, Instant now) {
            if (down) {
                throw new UnavailableException("down", null);
            }
            return stores.pools().read(id, now);
        }

        @Override
        public Optional<Hold> hold(PoolId id, long number) {
            return stores.pools().hold(id, number);
        }
    }

    @Test
    void nothing_is_opened_once_the_node_stops() {
        streams.stop();

        assertThat(streams.isRunning()).isFalse();
        assertThat(streams.open(pool, anybody())).isEmpty();
    }
}
