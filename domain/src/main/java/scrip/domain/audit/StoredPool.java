package scrip.domain.audit;

import scrip.domain.ledger.ChainHash;
import scrip.domain.pool.CreditPool;

/**
 * A pool as it is kept.
 *
 * @param seq
 *            number of its last entry
 * @param hash
 *            hash of that entry
 * @param totals
 *            sums that are kept beside their parts
 */
public record StoredPool(CreditPool pool, long seq, ChainHash hash, Totals totals) {

    /** In micro-credits. */
    public record Totals(long promotional, long addOn, long debt) {

        /** @return the sums of the parts */
        public static Totals of(CreditPool pool) {
            return new Totals(pool.stock().promotional().micros(), pool.stock().addOn().available().micros(),
                    pool.debt().micros());
        }
    }
}
