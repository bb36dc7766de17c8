package scrip.persistence.purchase;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import scrip.application.purchase.Discrepancies;
import scrip.application.purchase.Discrepancy;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.Sql;

/** Discrepancies in the database. */
public final class JdbcDiscrepancies implements Discrepancies {

    private static final int DETAIL_LENGTH = 2_000;

    private final Database database;

    public JdbcDiscrepancies(Database database) {
        this.database = database;
    }

    @Override
    public void raise(Discrepancy.Kind kind, String subject, String detail, Instant at) {
        String text = detail.substring(0, Math.min(DETAIL_LENGTH, detail.length()));
        database.write(Sql.of("""
                INSERT INTO discrepancy (kind, subject, detail, first_seen, last_seen) VALUES (?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE detail = VALUES(detail), last_seen = VALUES(last_seen)""", kind.key(), subject,
                text, Micros.of(at), Micros.of(at)));
    }

    @Override
    public List<Discrepancy> since(Instant seenSinceInclusive, int limit) {
        return database.list(Sql.of("""
                SELECT kind, subject, detail, first_seen, last_seen FROM discrepancy
                WHERE last_seen >= ? ORDER BY last_seen DESC, subject DESC LIMIT ?""",
                Micros.of(seenSinceInclusive), limit), JdbcDiscrepancies::row);
    }

    private static Discrepancy row(Cells cells) throws SQLException {
        return new Discrepancy(Discrepancy.Kind.ofKey(cells.text()), cells.text(), cells.text(), cells.instant(),
                cells.instant());
    }

    @Override
    public int count() {
        return database.first(Sql.of("SELECT COUNT(*) FROM discrepancy"), Cells::integer).orElse(0);
    }

    @Override
    public boolean settle(Discrepancy.Kind kind, String subject) {
        return database.write(
                Sql.of("DELETE FROM discrepancy WHERE kind = ? AND subject = ?", kind.key(), subject)) > 0;
    }
}
