package scrip.persistence.audit;

import java.util.List;
import java.util.function.Function;

import scrip.application.audit.Archive;
import scrip.domain.pool.PoolId;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Sql;
import scrip.persistence.sql.Transaction;

/** Shows pools in read-only transactions, each of which sees one moment. */
public final class JdbcArchive implements Archive {

    private final Database database;

    public JdbcArchive(Database database) {
        this.database = database;
    }

    @Override
    public List<PoolId> pools(long after, int limit) {
        return database.list(Sql.of("""
                SELECT id FROM pool WHERE id > ? UNION SELECT pool FROM workspace WHERE pool > ?
                ORDER BY 1 LIMIT ?""", after, after, limit), cells -> new PoolId(cells.number()));
    }

    @Override
    public <T> T look(PoolId pool, Function<View, T> at) {
        try (Transaction moment = database.snapshot()) {
            return at.apply(new JdbcView(moment, pool.value()));
        }
    }
}
