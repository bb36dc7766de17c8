package scrip.application.live;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

import scrip.domain.pool.PoolId;

/** Tells of many pools at once whether anything was written since, or has become due. */
public interface PoolMarks {

    /** Most pools asked for at once. */
    int MOST = 1_000;

    /**
     * What changes whenever a pool does: as long as it is the same, the pool is as it was read before, but for what time
     * brings about by itself.
     *
     * @param seq
     *            number of its last ledger entry
     * @param asOfMicros
     *            when it was last written, in microseconds since the epoch
     * @param due
     *            how many open holds have lapsed and are not written yet
     */
    record Mark(long seq, long asOfMicros, long due) {}

    /**
     * @param pools
     *            1 to {@value #MOST}
     * @param now
     *            by when holds are due
     * @return the mark of each pool that exists
     * @throws scrip.application.pool.UnavailableException
     *             if the store cannot serve now
     */
    Map<PoolId, Mark> of(Collection<PoolId> pools, Instant now);
}
