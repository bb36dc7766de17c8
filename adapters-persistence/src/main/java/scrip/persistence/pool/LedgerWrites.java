package scrip.persistence.pool;

import java.util.LinkedHashMap;
import java.util.Map;

import scrip.domain.ledger.Account;
import scrip.domain.ledger.Entry;
import scrip.domain.ledger.Transfer;
import scrip.persistence.sql.Insert;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.RoundTrip;

/** Appends entries to the ledger and adds them up by the day they were due. */
final class LedgerWrites {

    private final Insert entries = new Insert(EntryRow.INSERT);
    private final Map<Day, Sum> days = new LinkedHashMap<>();

    private record Day(long pool, long day, Account account) {}

    private record Sum(long micros, long firstSeq, long lastSeq) {

        Sum plus(Sum other) {
            return new Sum(Math.addExact(micros, other.micros), Math.min(firstSeq, other.firstSeq),
                    Math.max(lastSeq, other.lastSeq));
        }
    }

    void add(EntryRow row) {
        row.insert(entries);
        Entry entry = row.entry();
        Transfer transfer = entry.transfer();
        long day = Micros.day(transfer.dueAt());
        long micros = transfer.credits().micros();
        days.merge(new Day(row.pool(), day, transfer.from()), new Sum(-micros, entry.seq(), entry.seq()), Sum::plus);
        days.merge(new Day(row.pool(), day, transfer.to()), new Sum(micros, entry.seq(), entry.seq()), Sum::plus);
    }

    void addTo(RoundTrip trip) {
        Insert sums = new Insert("INSERT INTO ledger_day (pool, day, account, micros, first_seq, last_seq) VALUES",
                """
                        ON DUPLICATE KEY UPDATE micros = micros + VALUES(micros),
                            first_seq = LEAST(first_seq, VALUES(first_seq)), last_seq = GREATEST(last_seq, VALUES(last_seq))""");
        days.forEach((day, sum) -> sums.row().put(day.pool).put(day.day).put(day.account.code()).put(sum.micros)
                .put(sum.firstSeq).put(sum.lastSeq));
        trip.write(entries.statements()).write(sums.statements());
    }
}
