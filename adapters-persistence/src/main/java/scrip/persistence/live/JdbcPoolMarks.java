package scrip.persistence.live;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import scrip.application.live.PoolMarks;
import scrip.domain.pool.PoolId;
import scrip.persistence.pool.HoldRow;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;

/**
 * Marks in one round trip, a statement for each pool: its row by the key, and the holds that are due by
 * {@code hold_expiry}, whose range the one row gives.
 */
public final class JdbcPoolMarks implements PoolMarks {

    private final Database database;

    public JdbcPoolMarks(Database database) {
        this.database = database;
    }

    @Override
    public Map<PoolId, Mark> of(Collection<PoolId> pools, Instant now) {
        Map<PoolId, Mark> marks = new HashMap<>();
        RoundTrip trip = new RoundTrip();
        for (PoolId pool : pools) {
            trip.read(Sql.of("SELECT p.seq, p.as_of, COUNT(h.number) FROM pool p LEFT JOIN hold h ON h.pool = p.id AND "
                    + HoldRow.DUE + " WHERE p.id = ? GROUP BY p.id, p.seq, p.as_of", Micros.of(now), pool.value()),
                    cells -> marks.put(pool, new Mark(cells.number(), cells.number(), cells.number())));
        }
        database.read(trip);
        return marks;
    }
}
