package scrip.domain.pool;

import org.jspecify.annotations.Nullable;
import scrip.domain.ledger.Cause;

/**
 * What credits are spent on, and by whom.
 *
 * @param operation
 *            key of the operation in the catalogue
 * @param builder
 *            e-mail address of the builder it is attributed to
 * @param ownKey
 *            whether it runs on the customer's own AI key and so costs nothing (rule 23)
 * @param reference
 *            the service's own name for it, or null
 */
public record Work(String operation, String builder, boolean ownKey, @Nullable String reference) {

    Cause cause(@Nullable Long hold, @Nullable Long charge) {
        return new Cause(operation, builder, hold, charge, null);
    }
}
