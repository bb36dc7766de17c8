package scrip.application.purchase;

import java.util.Optional;

import scrip.application.payment.PaymentMode;
import scrip.domain.pool.PoolId;

/** The gateway's customer of each pool: created once, kept, and used for every payment of the pool. */
public interface CustomerStore {

    /** @param mode a customer of the sandbox or of test mode is none where real money moves */
    Optional<String> find(PoolId pool, PaymentMode mode);

    /**
     * Keeps a customer unless the pool has one already.
     *
     * @return the one that is kept: of several made at once, all use the first
     */
    String keep(PoolId pool, PaymentMode mode, String customer);

    /**
     * Keeps a customer in the place of one that is gone, unless another has taken that place.
     *
     * @return the one that is kept: of several made at once, all use the first
     */
    String replace(PoolId pool, PaymentMode mode, String gone, String customer);
}
