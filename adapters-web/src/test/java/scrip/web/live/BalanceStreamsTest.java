package scrip.web.live;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scrip.application.live.InMemoryPoolMarks;
import scrip.application.live.LiveBalances;
import scrip.application.pool.InMemoryStores;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;

import static org.assertj.core.api.Assertions.assertThat;

class BalanceStreamsTest {

    private static final Instant T = Instant.parse("2026-03-01T12:00:00Z");

    private final InMemoryStores stores = new InMemoryStores();
    private final PoolId pool = stores.nextId();
    private final BalanceStreams streams = new BalanceStreams(
            new LiveBalances(new InMemoryPoolMarks(stores.pools()), stores.pools(), () -> T, Terms.DEFAULT),
            new LiveSettings(2, Duration.ofMillis(20), Duration.ofMinutes(1), Duration.ofMinutes(1)));

    @BeforeEach
    void start() {
        stores.create(CreditPool.open(pool, T));
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
    void no_more_streams_are_opened_than_the_node_may_have() {
        assertThat(streams.open(pool, anybody())).isPresent();
        assertThat(streams.open(pool, anybody())).isPresent();
        assertThat(streams.open(pool, anybody())).isEmpty();
    }

    @Test
    void nothing_is_opened_once_the_node_stops() {
        streams.stop();

        assertThat(streams.isRunning()).isFalse();
        assertThat(streams.open(pool, anybody())).isEmpty();
    }
}
