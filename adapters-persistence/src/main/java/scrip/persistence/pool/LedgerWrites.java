package scrip.persistence.pool;

import java.util.LinkedHashMap;
import java.util.Map;

import scrip.domain.ledger.Account;
import scrip.domain.ledger.Entry;
import scrip.domain.ledger.Transfer;
import scrip.domain.ledger.TransferType;
import scrip.persistence.sql.Insert;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.RoundTrip;

/** Appends entries to the ledger and adds them up by the day they were due: what each account holds, and what moved. */
final class LedgerWrites {

    private final Insert entries = new Insert(EntryRow.INSERT_USE);
    private final Insert ofPurchases = new Insert(EntryRow.INSERT_PURCHASE);
    private final Map<Day, Sum> days = new LinkedHashMap<>();
    private final Map<Way, Moved> movements = new LinkedHashMap<>();

    private record Day(long pool, long day, Account account) {}

    private record Sum(long micros, long firstSeq, long lastSeq) {

        Sum plus(Sum other) {
            return new Sum(Math.addExact(micros, other.micros), Math.min(firstSeq, other.firstSeq),
                    Math.max(lastSeq, other.lastSeq));
        }
    }

    private record Way(long pool, long day, TransferType type, String operation, Account from, Account to) {}

    private record Moved(long entries, long micros) {

        Moved plus(Moved other) {
            return new Moved(entries + other.entries, Math.addExact(micros, other.micros));
        }
    }

    void add(EntryRow row) {
        row.insert(row.isOfPurchase() ? ofPurchases : entries);
        Entry entry = row.entry();
        Transfer transfer = entry.transfer();
        long day = Micros.day(transfer.dueAt());
        long micros = transfer.credits().micros();
        days.merge(new Day(row.pool(), day, transfer.from()), new Sum(-micros, entry.seq(), entry.seq()), Sum::plus);
        days.merge(new Day(row.pool(), day, transfer.to()), new Sum(micros, entry.seq(), entry.seq()), Sum::plus);
        String operation = transfer.cause().operation();
        movements.merge(new Way(row.pool(), day, transfer.type(), operation == null ? "" : operation, transfer.from(),
                transfer.to()), new Moved(1, micros), Moved::plus);
    }

    void addTo(RoundTrip trip) {
        Insert sums = new Insert("INSERT INTO ledger_day (pool, day, account, micros, first_seq, last_seq) VALUES",
                """
                        ON DUPLICATE KEY UPDATE micros = micros + VALUES(micros),
                            first_seq = LEAST(first_seq, VALUES(first_seq)), last_seq = GREATEST(last_seq, VALUES(last_seq))""");
        days.forEach((day, sum) -> sums.row().put(day.pool).put(day.day).put(day.account.code()).put(sum.micros)
                .put(sum.firstSeq).put(sum.lastSeq));
        trip.write(entries.statements()).write(ofPurchases.statements()).write(sums.statements())
                .write(moved().statements());
    }

    private Insert moved() {
        Insert moved = new Insert(
                "INSERT INTO ledger_movement (pool, day, type, operation, from_account, to_account, entries, micros) VALUES",
                "ON DUPLICATE KEY UPDATE entries = entries + VALUES(entries), micros = micros + VALUES(micros)");
        movements.forEach((way, sum) -> moved.row().put(way.pool).put(way.day).put(way.type.code()).put(way.operation)
                .put(way.from.code()).put(way.to.code()).put(sum.entries).put(sum.micros));
        return moved;
    }
}
