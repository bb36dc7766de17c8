package scrip.application.purchase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import scrip.domain.pool.PoolId;
import scrip.domain.purchase.Purchase;

/**
 * Reads purchases without locking. They are written only in a turn of their pool
 * ({@link scrip.application.pool.PoolStore}), so that a purchase and its credits change together.
 */
public interface PurchaseStore {

    Optional<Purchase> byId(String id);

    /** @param session the gateway's id of the checkout */
    Optional<Purchase> bySession(String session);

    /** @param intent the gateway's id of the payment */
    Optional<Purchase> byIntent(String intent);

    /**
     * @param limit
     *            1 to 1,000
     * @return the pool's purchases, newest first
     */
    default List<Purchase> ofPool(PoolId pool, int limit) {
        return ofPool(pool, null, limit);
    }

    /**
     * @param before
     *            id of one of the pool's purchases, which the page before ended with; null for the newest
     * @return the pool's purchases that were ordered before it, newest first
     */
    List<Purchase> ofPool(PoolId pool, @Nullable String before, int limit);

    /** @return whether the pool has ever paid a purchase, or had one for nothing */
    boolean hasBought(PoolId pool);

    /**
     * @param after
     *            the place to go on behind, by when they were ordered; null for the oldest
     * @param createdBefore
     *            exclusive
     * @param limit
     *            1 to 1,000
     * @return purchases still pending, oldest first
     */
    List<Purchase> pending(ReconciliationStore.@Nullable Place after, Instant createdBefore, int limit);

    /**
     * @param after
     *            the place to go on behind, by when they were paid
     * @param paidBefore
     *            exclusive
     * @param limit
     *            1 to 1,000
     * @return purchases that were paid, whatever became of them since, earliest payment first
     */
    List<Purchase> paid(ReconciliationStore.Place after, Instant paidBefore, int limit);

    /**
     * @param askedBefore
     *            exclusive
     * @param limit
     *            1 to 1,000
     * @return purchases with a refund by the operator that the gateway has not answered, asked for longest ago first
     */
    List<Purchase> refunding(Instant askedBefore, int limit);
}
