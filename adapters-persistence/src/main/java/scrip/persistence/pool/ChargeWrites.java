package scrip.persistence.pool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import scrip.domain.pool.Repayment;
import scrip.persistence.sql.Insert;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;

/** Writes charges and what repaid their debt. */
final class ChargeWrites {

    private final Insert plain = new Insert(ChargeRow.INSERT_PLAIN);
    private final Insert inserts = new Insert(ChargeRow.INSERT_ALL);
    private final List<Sql> updates = new ArrayList<>();
    private final Map<Long, List<Long>> rewritten = new HashMap<>();
    private final Insert repayments = new Insert(
            "INSERT INTO debt_repayment (pool, charge, seq, source, micros) VALUES");

    void add(ChargeRow row, boolean isNew) {
        if (isNew) {
            row.insert(row.isPlain() ? plain : inserts);
        } else {
            updates.add(row.update());
            rewritten.computeIfAbsent(row.pool(), _ -> new ArrayList<>()).add(row.charge().number());
        }
    }

    /** @param seq orders it among the repayments of its charge */
    void add(long pool, long seq, Repayment repayment) {
        repayments.row().put(pool).put(repayment.charge()).put(seq).put(repayment.from().source().code())
                .put(repayment.from().credits());
    }

    /** What repaid a charge before it was loaded is part of what is written of it now, and must not count twice. */
    void addTo(RoundTrip trip) {
        trip.write(plain.statements()).write(inserts.statements()).write(updates);
        if (!rewritten.isEmpty()) {
            trip.write(Sql.of("DELETE FROM debt_repayment WHERE " + Sql.rows("pool", "charge", rewritten)));
        }
        trip.write(repayments.statements());
    }
}
