package scrip.application.reading;

import java.time.Instant;
import java.util.Optional;

import scrip.application.pool.InMemoryPoolStore;
import scrip.domain.pool.Hindsight;
import scrip.domain.pool.PoolId;

/** Reads the past of pools in memory. */
public final class InMemoryPastPools implements PastPools {

    private final InMemoryPoolStore pools;

    public InMemoryPastPools(InMemoryPoolStore pools) {
        this.pools = pools;
    }

    @Override
    public Optional<Hindsight> read(PoolId pool, Instant instant) {
        return pools.hindsight(pool, instant);
    }
}
