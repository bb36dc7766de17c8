package scrip.persistence.pool;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import scrip.domain.pool.Hold;
import scrip.persistence.sql.Insert;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;

/** Writes holds: new ones in one statement, those that ended in one for each way to end. */
final class HoldWrites {

    private final Insert inserts = new Insert(HoldRow.INSERT);
    private final Map<Hold.Status, Map<Long, List<Long>>> ended = new EnumMap<>(Hold.Status.class);
    private final List<Sql> extended = new ArrayList<>();

    /** @param before the hold as it is there, null for a new one */
    void add(HoldRow row, @Nullable Hold before) {
        Hold hold = row.hold();
        if (before == null) {
            row.insert(inserts);
        } else if (hold.isOpen()) {
            extended.add(Sql.of("UPDATE hold SET expires_at = ? WHERE pool = ? AND number = ?",
                    Micros.of(hold.expiresAt()), row.pool(), hold.number()));
        } else {
            ended.computeIfAbsent(hold.status(), _ -> new HashMap<>())
                    .computeIfAbsent(row.pool(), _ -> new ArrayList<>()).add(hold.number());
        }
    }

    void addTo(RoundTrip trip) {
        trip.write(inserts.statements()).write(extended);
        ended.forEach((status, numbers) -> trip.write(Sql.of("UPDATE hold SET status = " + HoldRow.code(status)
                + " WHERE " + Sql.rows("pool", "number", numbers))));
    }
}
