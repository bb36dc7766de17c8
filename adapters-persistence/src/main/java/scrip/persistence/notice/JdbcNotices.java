package scrip.persistence.notice;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import scrip.application.notice.Notices;
import scrip.application.notice.Posted;
import scrip.domain.pool.PoolId;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.Sql;

/** Reads notices from the database. */
public final class JdbcNotices implements Notices {

    private final Database database;

    public JdbcNotices(Database database) {
        this.database = database;
    }

    @Override
    public List<Posted> ofPool(PoolId pool, int limit) {
        return database.list(Sql.of("SELECT " + NoticeRow.COLUMNS + """

                FROM notice n WHERE n.pool = ? ORDER BY n.number DESC LIMIT ?""", pool.value(), limit),
                NoticeRow::of);
    }

    @Override
    public Set<Long> dismissedBy(PoolId pool, String email) {
        return new HashSet<>(database.list(
                Sql.of("SELECT number FROM notice_dismissal WHERE pool = ? AND email = ?", pool.value(), email),
                Cells::number));
    }

    @Override
    public void dismiss(PoolId pool, String email, long number, Instant at) {
        boolean _ = database.insert(Sql.of("""
                INSERT INTO notice_dismissal (pool, email, number, dismissed_at)
                SELECT pool, ?, number, ? FROM notice WHERE pool = ? AND number = ?""", email, Micros.of(at),
                pool.value(), number));
    }

    @Override
    public List<PoolId> poolsDue(Instant now, int limit) {
        return database.list(
                Sql.of("SELECT id FROM pool WHERE notice_at <= ? ORDER BY notice_at LIMIT ?", Micros.of(now), limit),
                cells -> new PoolId(cells.number()));
    }
}
