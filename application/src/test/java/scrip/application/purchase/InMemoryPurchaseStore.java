package scrip.application.purchase;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
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
    public List<Purchase> ofPool(PoolId pool, @Nullable String before, int limit) {
        Purchase end = before == null ? null : byId(before).filter(one -> one.pool().equals(pool)).orElse(null);
        return pools.purchases().filter(purchase -> purchase.pool().equals(pool)).sorted(OLDEST_FIRST.reversed())
                .filter(purchase -> before == null || (end != null && OLDEST_FIRST.compare(purchase, end) < 0))
                .limit(limit).toList();
    }

    @Override
    public boolean hasBought(PoolId pool) {
        return first(purchase -> purchase.pool().equals(pool) && purchase.payment() != null).isPresent();
    }

    @Override
    public List<Purchase> pending(ReconciliationStore.@Nullable Place after, Instant createdBefore, int limit) {
        return pools.purchases().filter(purchase -> purchase.status() == Purchase.Status.PENDING)
                .filter(purchase -> purchase.createdAt().isBefore(createdBefore))
                .filter(purchase -> after == null || isBehind(after, purchase.createdAt(), purchase.id()))
                .sorted(OLDEST_FIRST).limit(limit).toList();
    }

    @Override
    public List<Purchase> paid(ReconciliationStore.Place after, Instant paidBefore, int limit) {
        return pools.purchases().filter(purchase -> purchase.payment() != null)
                .filter(purchase -> paidAt(purchase).isBefore(paidBefore))
                .filter(purchase -> isBehind(after, paidAt(purchase), purchase.id()))
                .sorted(Comparator.comparing(InMemoryPurchaseStore::paidAt).thenComparing(Purchase::id)).limit(limit)
                .toList();
    }

    private static Instant paidAt(Purchase purchase) {
        return purchase.payment() == null ? Instant.MAX : purchase.payment().paidAt();
    }

    private static boolean isBehind(ReconciliationStore.Place place, Instant at, String id) {
        return at.isAfter(place.at()) || (at.equals(place.at()) && id.compareTo(place.id()) > 0);
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
