package scrip.application.topup;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import scrip.application.payment.PaymentMode;
import scrip.application.pool.PoolStore;
import scrip.domain.pool.PoolId;
import scrip.domain.topup.AutoTopUp;

/** Keeps automatic top-ups in memory. */
public final class InMemoryAutoTopUpStore implements AutoTopUpStore {

    private final PoolStore pools;
    private final Map<PoolId, Versioned> kept = new LinkedHashMap<>();
    private final Map<PoolId, Instant> triedAt = new LinkedHashMap<>();

    public InMemoryAutoTopUpStore(PoolStore pools) {
        this.pools = pools;
    }

    @Override
    public synchronized Optional<Versioned> find(PoolId pool) {
        return Optional.ofNullable(kept.get(pool));
    }

    @Override
    public synchronized boolean keep(AutoTopUp topUp, long readVersion) {
        long version = find(topUp.pool()).map(Versioned::version).orElse(0L);
        if (version != readVersion) {
            return false;
        }
        kept.put(topUp.pool(), new Versioned(topUp, version + 1));
        Instant begunAt = topUp.progress().begunAt();
        if (begunAt == null) {
            triedAt.remove(topUp.pool());
        } else {
            triedAt.put(topUp.pool(), begunAt);
        }
        return true;
    }

    @Override
    public synchronized List<Versioned> low(PaymentMode mode, Instant now, int limit) {
        return kept.values().stream().filter(one -> one.topUp().in(mode.name()).card() != null)
                .filter(one -> one.topUp().nextAt().filter(next -> !next.isAfter(now)).isPresent())
                .filter(one -> pools.read(one.topUp().pool(), now)
                        .filter(read -> read.pool().available().compareTo(one.topUp().settings().threshold()) < 0)
                        .isPresent())
                .limit(limit).toList();
    }

    @Override
    public synchronized List<Versioned> running(Instant triedBefore, int limit) {
        return triedAt.entrySet().stream().filter(tried -> tried.getValue().isBefore(triedBefore))
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder())).limit(limit)
                .flatMap(tried -> find(tried.getKey()).stream()).toList();
    }

    @Override
    public synchronized void tried(PoolId pool, Instant at) {
        triedAt.computeIfPresent(pool, (_, _) -> at);
    }
}
