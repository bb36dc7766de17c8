package scrip.domain.pool;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Cause;

/**
 * Credits that were spent or clawed back and that the pool did not have (rule 17).
 *
 * @param cause
 *            the charge or the purchase it comes from
 * @param outstanding
 *            what is still to be repaid, above zero
 */
public record Debt(Cause cause, Credits outstanding) {

    boolean isOfCharge(long number) {
        Long charge = cause.charge();
        return charge != null && charge == number;
    }

    boolean isOfPurchase(@Nullable String purchase) {
        return cause.charge() == null && purchase != null && purchase.equals(cause.purchase());
    }
}
