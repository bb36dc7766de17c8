package scrip.domain.audit;

import java.time.LocalDate;
import java.time.ZoneOffset;

import scrip.domain.ledger.Account;
import scrip.domain.ledger.Transfer;

/**
 * What the entries due on a day did to an account, as it is kept.
 *
 * @param day
 *            in UTC
 * @param micros
 *            the sum, below zero where more left than came
 * @param firstSeq
 *            the first of the entries
 * @param lastSeq
 *            the last of them
 */
public record DayTotal(LocalDate day, Account account, long micros, long firstSeq, long lastSeq) {

    /** @return the day in UTC that it was due */
    static LocalDate dayOf(Transfer transfer) {
        return LocalDate.ofInstant(transfer.dueAt(), ZoneOffset.UTC);
    }
}
