package scrip.application.payment;

import java.time.Instant;

/**
 * Payments that were never made, on record at the gateway as if they had been: for demo data, and only where no money
 * moves.
 */
@FunctionalInterface
public interface PastPayments {

    /**
     * A payment page of the past and how it ended.
     *
     * @param page
     *            as it was opened
     * @param end
     *            complete: paid, or unpaid because the money did not come
     */
    record Made(CheckoutReply.Opened page, CheckoutState end) {}

    /**
     * Puts a checkout on record with all that follows from it at a gateway, as far as receipts and events.
     *
     * @param order
     *            which is not on record yet
     * @param at
     *            when it was opened and ended
     * @param succeeds
     *            whether the money came
     * @throws IllegalArgumentException
     *             if the gateway would not have taken that order
     */
    Made make(CheckoutOrder order, Instant at, boolean succeeds);
}
