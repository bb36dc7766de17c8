package scrip.persistence.reading;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import scrip.domain.ledger.Account;
import scrip.domain.pool.PoolId;
import scrip.persistence.pool.Unposted;
import scrip.persistence.pool.Unposted.Move;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;
import scrip.persistence.sql.Transaction;

/** Adds up what each account holds at an instant: the days before, and the entries of its own day. */
final class AccountSums {

    private final Map<Account, Long> accounts = new EnumMap<>(Account.class);
    private long firstSeq = Long.MAX_VALUE;
    private long lastSeq;

    private AccountSums() {
        for (Account account : Account.values()) {
            accounts.put(account, 0L);
        }
    }

    /**
     * The entries of a day lie between two numbers and never change; at the end of a day none of them is looked at.
     */
    static Map<Account, Long> at(Transaction moment, PoolId pool, Instant dueBy) {
        long day = Micros.day(dueBy);
        long whole = Micros.endsDay(dueBy) ? day + 1 : day;
        AccountSums sums = new AccountSums();
        RoundTrip trip = new RoundTrip();
        Unposted unposted = Unposted.readIn(trip, pool);
        moment.run(trip.read(Sql.of("""
                SELECT account, SUM(CASE WHEN day < ? THEN micros ELSE 0 END),
                    MIN(CASE WHEN day = ? THEN first_seq END), MAX(CASE WHEN day = ? THEN last_seq END)
                FROM ledger_day WHERE pool = ? AND day <= ? GROUP BY account""",
                whole, whole, whole, pool.value(), day), cells -> {
                    sums.add(Account.ofCode(cells.integer()), cells.number());
                    sums.widen(cells.numberOrNull(), cells.numberOrNull());
                }));
        unposted.moves().stream().filter(move -> move.day() <= day).forEach(move -> sums.add(move, whole));
        if (sums.lastSeq > 0) {
            moment.run(new RoundTrip().read(Sql.of("""
                    SELECT from_account, to_account, SUM(micros) FROM ledger_entry
                    WHERE pool = ? AND seq BETWEEN ? AND ? AND due_at >= ? AND due_at <= ?
                    GROUP BY from_account, to_account""", pool.value(), sums.firstSeq, sums.lastSeq,
                    day * 86_400_000_000L, Micros.of(dueBy)), cells -> {
                        Account from = Account.ofCode(cells.integer());
                        Account to = Account.ofCode(cells.integer());
                        long micros = cells.number();
                        sums.add(from, -micros);
                        sums.add(to, micros);
                    }));
        }
        return sums.accounts;
    }

    private void add(Move move, long whole) {
        if (move.day() < whole) {
            add(Account.ofCode(move.from()), -move.micros());
            add(Account.ofCode(move.to()), move.micros());
        } else {
            widen(move.first(), move.last());
        }
    }

    private void add(Account account, long micros) {
        accounts.merge(account, micros, Math::addExact);
    }

    private void widen(@Nullable Long first, @Nullable Long last) {
        firstSeq = Math.min(firstSeq, first == null ? Long.MAX_VALUE : first);
        lastSeq = Math.max(lastSeq, last == null ? 0 : last);
    }
}
