package scrip.application.purchase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
    List<Purchase> ofPool(PoolId pool, int limit);

    /**
     * @param createdBefore
     *            exclusive
     * @param limit
     *            1 to 1,000
     * @return purchases still pending, oldest first
     */
    List<Purchase> pending(Instant createdBefore, int limit);

    /**
     * @param askedBefore
     *            exclusive
     * @param limit
     *            1 to 1,000
     * @return purchases with a refund by the operator that the gateway has not answered, asked for longest ago first
     */
    List<Purchase> refunding(Instant askedBefore, int limit);
}
