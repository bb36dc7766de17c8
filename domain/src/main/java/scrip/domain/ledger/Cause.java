package scrip.domain.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What a transfer goes back to; whatever does not apply is null.
 *
 * @param operation
 *            key of the operation
 * @param builder
 *            whom spending is attributed to
 * @param hold
 *            number of the hold
 * @param charge
 *            number of the charge
 * @param purchase
 *            id of the purchase
 */
public record Cause(@Nullable String operation, @Nullable String builder, @Nullable Long hold, @Nullable Long charge,
        @Nullable String purchase) {

    /** Nobody's doing: time passed. */
    public static final Cause TIME = new Cause(null, null, null, null, null);

    public static Cause ofPurchase(String purchase) {
        return new Cause(null, null, null, null, purchase);
    }
}
