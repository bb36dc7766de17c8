package scrip.domain.audit;

import java.time.LocalDate;

import scrip.domain.ledger.Account;
import scrip.domain.ledger.Entry;
import scrip.domain.ledger.Transfer;
import scrip.domain.ledger.TransferType;

/**
 * What the entries due on a day moved between two accounts for one reason, as it is kept.
 *
 * @param day
 *            in UTC
 * @param entries
 *            how many
 * @param micros
 *            in micro-credits
 */
public record MovementTotal(LocalDate day, Way way, long entries, long micros) {

    /**
     * What tells movements of a day apart.
     *
     * @param operation
     *            key of the operation they were for, empty for none
     */
    public record Way(TransferType type, String operation, Account from, Account to) {

        static Way of(Transfer transfer) {
            String operation = transfer.cause().operation();
            return new Way(transfer.type(), operation == null ? "" : operation, transfer.from(), transfer.to());
        }
    }

    /** @return what one entry adds to the total of the day that it was due */
    public static MovementTotal of(Entry entry) {
        Transfer transfer = entry.transfer();
        return new MovementTotal(DayTotal.dayOf(transfer), Way.of(transfer), 1, transfer.credits().micros());
    }

    /** @return this and more of the same */
    public MovementTotal plus(MovementTotal more) {
        return new MovementTotal(day, way, entries + more.entries, micros + more.micros);
    }
}
