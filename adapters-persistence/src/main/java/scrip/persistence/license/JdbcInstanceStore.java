package scrip.persistence.license;

import java.util.Optional;

import scrip.application.license.InstanceStore;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Sql;

/** The instance's id in the database: one row, which the first to ask makes. */
public final class JdbcInstanceStore implements InstanceStore {

    private final Database database;

    public JdbcInstanceStore(Database database) {
        this.database = database;
    }

    @Override
    public String idOr(String fresh) {
        Optional<String> kept = kept();
        if (kept.isPresent()) {
            return kept.get();
        }
        database.insert(Sql.of("INSERT INTO instance (id, instance_id) VALUES (1, ?)", fresh));
        return kept().orElseThrow(() -> new IllegalStateException("the row of the instance is gone"));
    }

    private Optional<String> kept() {
        return database.first(Sql.of("SELECT instance_id FROM instance WHERE id = 1"), Cells::text);
    }
}
