package scrip.application.reading;

import java.time.Instant;
import java.util.Optional;

import scrip.domain.pool.Hindsight;
import scrip.domain.pool.PoolId;

/** Reads what is known of pools at instants of their past, all of it at one moment and without locking. */
public interface PastPools {

    /**
     * @param instant
     *            not after the pool was last touched: movements that time has brought since are not written yet
     * @return nothing if nothing is remembered of the pool by then
     * @throws scrip.application.pool.UnavailableException
     *             if the store cannot be reached
     */
    Optional<Hindsight> read(PoolId pool, Instant instant);
}
