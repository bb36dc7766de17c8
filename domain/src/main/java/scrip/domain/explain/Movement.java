package scrip.domain.explain;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Transfer;
import scrip.domain.ledger.TransferType;

/**
 * Entries of the ledger that moved credits for the same reason between the same accounts, added up.
 *
 * @param operation
 *            key of the operation they were for, or null
 * @param entries
 *            how many
 */
public record Movement(TransferType type, @Nullable String operation, Account from, Account to, long entries,
        Credits credits) {

    public static Movement of(Transfer transfer) {
        return new Movement(transfer.type(), transfer.cause().operation(), transfer.from(), transfer.to(), 1,
                transfer.credits());
    }
}
