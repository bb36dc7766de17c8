package scrip.application.topup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import scrip.application.payment.PaymentMode;
import scrip.domain.pool.PoolId;
import scrip.domain.topup.AutoTopUp;

/** Keeps automatic top-ups; of several who change one at once, one does. */
public interface AutoTopUpStore {

    /**
     * An automatic top-up as it was read.
     *
     * @param version
     *            grows with each change; 0 if it was never kept
     */
    record Versioned(AutoTopUp topUp, long version) {}

    Optional<Versioned> find(PoolId pool);

    /**
     * Keeps it if nobody has changed it since it was read.
     *
     * @param readVersion
     *            the version that was read
     * @return whether it is kept
     */
    boolean keep(AutoTopUp topUp, long readVersion);

    /**
     * @param mode
     *            in which the card was saved
     * @param limit
     *            1 to 1,000
     * @return those that may begin by now and whose pool, as it was last written, has less than the threshold; those that
     *         might have for longest first
     */
    List<Versioned> low(PaymentMode mode, Instant now, int limit);

    /**
     * @param triedBefore
     *            exclusive
     * @param limit
     *            1 to 1,000
     * @return those that run and were not tried since, longest ago first
     */
    List<Versioned> running(Instant triedBefore, int limit);

    /** Notes that a running one was tried, so that it is not tried again at once. */
    void tried(PoolId pool, Instant at);
}
