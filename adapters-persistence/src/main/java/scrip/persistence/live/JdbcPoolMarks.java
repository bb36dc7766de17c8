package scrip.persistence.live;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import scrip.application.live.PoolMarks;
import scrip.domain.pool.PoolId;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;

/** Marks in one round trip: the pools' rows by their key, and the holds that are due by {@code hold_due}. */
public final class JdbcPoolMarks implements PoolMarks {

    private final Database database;

    public JdbcPoolMarks(Database database) {
        this.database = database;
    }

    @Override
    public Map<PoolId, Mark> of(Collection<PoolId> pools, Instant now) {
        String in = Sql.in(pools.stream().map(PoolId::value).toList());
        Map<Long, Long> due = new HashMap<>();
        Map<PoolId, Mark> marks = new HashMap<>();
        database.read(new RoundTrip()
                .read(Sql.of("SELECT h.pool, COUNT(*) FROM hold h WHERE h.pool IN " + in
                        + " AND h.lapses_at <= ? GROUP BY h.pool", Micros.of(now)),
                        cells -> due.put(cells.number(), cells.number()))
                .read(Sql.of("SELECT p.id, p.seq, p.as_of FROM pool p WHERE p.id IN " + in), cells -> {
                    long id = cells.number();
                    marks.put(new PoolId(id), new Mark(cells.number(), cells.number(), due.getOrDefault(id, 0L)));
                }));
        return marks;
    }
}
