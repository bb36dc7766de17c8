package scrip.application.notice;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import scrip.application.pool.InMemoryPoolStore;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;

/** Reads the notices that were written to pools in memory. */
public final class InMemoryNotices implements Notices {

    private final InMemoryPoolStore pools;
    private final Map<Person, Set<Long>> dismissed = new ConcurrentHashMap<>();

    private record Person(PoolId pool, String email) {}

    public InMemoryNotices(InMemoryPoolStore pools) {
        this.pools = pools;
    }

    @Override
    public List<Posted> ofPool(PoolId pool, int limit) {
        return pools.notices(pool).reversed().stream().limit(limit).toList();
    }

    @Override
    public Set<Long> dismissedBy(PoolId pool, String email) {
        return Set.copyOf(dismissed.getOrDefault(new Person(pool, email), Set.of()));
    }

    @Override
    public void dismiss(PoolId pool, String email, long number, Instant at) {
        if (pools.notices(pool).stream().anyMatch(posted -> posted.notice().number() == number)) {
            dismissed.computeIfAbsent(new Person(pool, email), _ -> ConcurrentHashMap.newKeySet()).add(number);
        }
    }

    @Override
    public List<PoolId> poolsDue(Instant now, int limit) {
        return pools.pools().filter(pool -> pool.told().nextAt() != null && !pool.told().nextAt().isAfter(now))
                .sorted(Comparator.comparing(pool -> pool.told().nextAt())).limit(limit).map(CreditPool::id).toList();
    }
}
