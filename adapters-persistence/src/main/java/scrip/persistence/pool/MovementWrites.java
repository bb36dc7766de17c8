package scrip.persistence.pool;

import java.util.LinkedHashMap;
import java.util.Map;

import scrip.persistence.pool.Unposted.Move;
import scrip.persistence.sql.Insert;
import scrip.persistence.sql.RoundTrip;

/** Adds what moved to the totals by the day it was due: what each account holds, and what moved. */
final class MovementWrites {

    private final Map<Day, Sum> days = new LinkedHashMap<>();
    private final Insert movements = new Insert(
            "INSERT INTO ledger_movement (pool, day, type, operation, from_account, to_account, entries, micros) VALUES",
            "ON DUPLICATE KEY UPDATE entries = entries + VALUES(entries), micros = micros + VALUES(micros)");

    private record Day(long pool, long day, int account) {}

    private record Sum(long micros, long firstSeq, long lastSeq) {

        Sum plus(Sum other) {
            return new Sum(Math.addExact(micros, other.micros), Math.min(firstSeq, other.firstSeq),
                    Math.max(lastSeq, other.lastSeq));
        }
    }

    void add(long pool, Move move) {
        days.merge(new Day(pool, move.day(), move.from()), new Sum(-move.micros(), move.first(), move.last()),
                Sum::plus);
        days.merge(new Day(pool, move.day(), move.to()), new Sum(move.micros(), move.first(), move.last()), Sum::plus);
        movements.row().put(pool).put(move.day()).put(move.type()).put(move.operation()).put(move.from())
                .put(move.to()).put(move.entries()).put(move.micros());
    }

    void addTo(RoundTrip trip) {
        Insert sums = new Insert("INSERT INTO ledger_day (pool, day, account, micros, first_seq, last_seq) VALUES",
                """
                        ON DUPLICATE KEY UPDATE micros = micros + VALUES(micros),
                            first_seq = LEAST(first_seq, VALUES(first_seq)), last_seq = GREATEST(last_seq, VALUES(last_seq))""");
        days.forEach((day, sum) -> sums.row().put(day.pool).put(day.day).put(day.account).put(sum.micros)
                .put(sum.firstSeq).put(sum.lastSeq));
        trip.write(sums.statements()).write(movements.statements());
    }
}
