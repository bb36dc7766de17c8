package scrip.domain.audit;

import java.time.LocalDate;

import scrip.domain.ledger.Account;

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
public record DayTotal(LocalDate day, Account account, long micros, long firstSeq, long lastSeq) {}
