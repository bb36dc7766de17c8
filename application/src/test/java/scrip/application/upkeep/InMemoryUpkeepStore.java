package scrip.application.upkeep;

import java.time.Instant;
import java.util.List;

import scrip.application.pool.InMemoryPoolStore;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;

/** Drops from pools in memory. */
public final class InMemoryUpkeepStore implements UpkeepStore {

    private final InMemoryPoolStore pools;

    public InMemoryUpkeepStore(InMemoryPoolStore pools) {
        this.pools = pools;
    }

    @Override
    public int dropAnswers(Instant keptBefore, int most) {
        return pools.dropAnswers(keptBefore, most);
    }

    @Override
    public Progress dropHolds(PoolId pool, long after, Instant expiredBefore, int most) {
        List<Hold> seen = pools.holdsAfter(pool, after).stream().limit(most).toList();
        List<Hold> old = seen.stream()
                .filter(hold -> hold.status() == Hold.Status.SETTLED || hold.status() == Hold.Status.RELEASED)
                .filter(hold -> hold.expiresAt().isBefore(expiredBefore)).toList();
        old.forEach(hold -> pools.dropHold(pool, hold.number()));
        return new Progress(old.size(), seen.isEmpty() ? after : seen.getLast().number(),
                seen.size() == most && seen.getLast().createdAt().isBefore(expiredBefore));
    }

    @Override
    public List<PoolId> pools(long after, int most) {
        return pools.pools().map(CreditPool::id).sorted().filter(id -> id.value() > after).limit(most).toList();
    }
}
