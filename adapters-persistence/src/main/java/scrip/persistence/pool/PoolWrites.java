package scrip.persistence.pool;

import java.util.ArrayList;
import java.util.List;

import scrip.persistence.sql.Insert;
import scrip.persistence.sql.RoundTrip;

/** Writes the rows of pools: of one, what has changed of it; of several, all of each in one statement. */
final class PoolWrites {

    private final List<PoolRow> before = new ArrayList<>();
    private final List<PoolRow> after = new ArrayList<>();

    void add(PoolRow was, PoolRow is) {
        before.add(was);
        after.add(is);
    }

    void addTo(RoundTrip trip) {
        if (after.size() == 1) {
            trip.write(after.getFirst().update(before.getFirst()));
        } else {
            Insert rows = PoolRow.upsert();
            after.forEach(row -> row.addTo(rows));
            trip.write(rows.statements());
        }
    }
}
