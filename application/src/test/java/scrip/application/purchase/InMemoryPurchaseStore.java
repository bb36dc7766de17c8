package scrip.application.purchase;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import scrip.application.pool.InMemoryPoolStore;
import scrip.domain.pool.PoolId;
import scrip.domain.purchase.Purchase;

/** Reads the purchases that were written to pools in memory. */
public final class InMemoryPurchaseStore implements PurchaseStore {

    private static final Comparator<Purchase> OLDEST_FIRST = Comparator.comparing(Purchase::createdAt)
            .thenComparing(Purchase::id);

    private final InMemoryPoolStore pools;

    public InMemoryPurchaseStore(InMemoryPoolStore pools) {
        this.pools = pools;
    }

    @Override
    public Optional<Purchase> byId(String id) {
        return first(purchase -> purchase.id().equals(id));
    }

    @Override
    public Optional<Purchase> bySession(String session) {
        return first(purchase -> purchase.checkout() != null && purchase.checkout().session().equals(session));
    }

    @Override
    public Optional<Purchase> byIntent(String intent) {
        return first(purchase -> purchase.payment() != null && intent.equals(purchase.payment().intent()));
    }

    private Optional<Purchase> first(Predicate<Purchase> which) {
        return pools.purchases().filter(which).findFirst();
    }

    @Override
    public List<Purchase> ofPool(PoolId pool, int limit) {
        return pools.purchases().filter(purchase -> purchase.pool().equals(pool)).sorted(OLDEST_FIRST.reversed())
                .limit(limit).toList();
    }

    @Override
    public List<Purchase> pending(Instant createdBefore, int limit) {
        return pools.purchases().filter(purchase -> purchase.status() == Purchase.Status.PENDING)
                .filter(purchase -> purchase.createdAt().isBefore(createdBefore)).sorted(OLDEST_FIRST).limit(limit)
                .toList();
    }

    @Override
    public List<Purchase> refunding(Instant askedBefore, int limit) {
        return pools.purchases().filter(purchase -> since(purchase).isBefore(askedBefore))
                .sorted(Comparator.comparing(InMemoryPurchaseStore::since).thenComparing(Purchase::id)).limit(limit)
                .toList();
    }

    private static Instant since(Purchase purchase) {
        return purchase.refundPendingSince().orElse(Instant.MAX);
    }
}
