package scrip.application.live;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import scrip.application.pool.InMemoryPoolStore;
import scrip.domain.pool.PoolId;

/** Tells which pools in memory have changed. */
public final class InMemoryPoolMarks implements PoolMarks {

    private final InMemoryPoolStore pools;

    public InMemoryPoolMarks(InMemoryPoolStore pools) {
        this.pools = pools;
    }

    @Override
    public Map<PoolId, Mark> of(Collection<PoolId> ids, Instant now) {
        Map<PoolId, Mark> marks = new HashMap<>();
        ids.forEach(id -> pools.read(id, now)
                .ifPresent(read -> marks.put(id, new Mark(read.seq(),
                        ChronoUnit.MICROS.between(Instant.EPOCH, read.pool().asOf()), read.due().holds().size()))));
        return marks;
    }
}
