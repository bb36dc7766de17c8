package scrip.persistence.purchase;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import scrip.application.purchase.ReconciliationStore;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.Sql;

/** Reconciliation's progress in the database: one row, which its migration made. */
public final class JdbcReconciliationStore implements ReconciliationStore {

    private final Database database;

    public JdbcReconciliationStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean begin(Instant now, Duration every) {
        return database.write(Sql.of("UPDATE reconciliation SET begun_at = ? WHERE id = 1 AND begun_at <= ?",
                Micros.of(now), Micros.of(now.minus(every)))) > 0;
    }

    @Override
    public Position position() {
        return database.first(Sql.of("""
                SELECT events_since, events_cursor, list_begun_at, open_at, open_id, paid_at, paid_id
                FROM reconciliation WHERE id = 1"""), JdbcReconciliationStore::position)
                .orElseThrow(() -> new IllegalStateException("the row of reconciliation is gone"));
    }

    private static Position position(Cells cells) throws SQLException {
        Instant since = cells.instantOrNull();
        String cursor = cells.textOrNull();
        Instant begunAt = cells.instantOrNull();
        return new Position(since, cursor == null || begunAt == null ? null : new Page(cursor, begunAt), place(cells),
                place(cells));
    }

    private static @Nullable Place place(Cells cells) throws SQLException {
        Instant at = cells.instantOrNull();
        String id = cells.textOrNull();
        return at == null || id == null ? null : new Place(at, id);
    }

    @Override
    public void end(Position at, Report report) {
        Page page = at.page();
        Place open = at.open();
        Place paid = at.paid();
        database.write(Sql.of("""
                UPDATE reconciliation SET events_since = ?, events_cursor = ?, list_begun_at = ?, open_at = ?,
                    open_id = ?, paid_at = ?, paid_id = ?, reported_at = ?, checked = ?, fulfilled = ?, ended = ?,
                    audited = ?, events = ?, missed = ?, complete = ?, reached = ?
                WHERE id = 1""", Micros.ofNullable(at.eventsSince()), page == null ? null : page.cursor(),
                page == null ? null : Micros.of(page.begunAt()), open == null ? null : Micros.of(open.at()),
                open == null ? null : open.id(), paid == null ? null : Micros.of(paid.at()),
                paid == null ? null : paid.id(), Micros.of(report.at()), report.checked(), report.fulfilled(),
                report.ended(), report.audited(), report.events(), report.missed(), report.complete() ? 1 : 0,
                report.reached() ? 1 : 0));
    }

    @Override
    public Optional<Report> latest() {
        return database.first(Sql.of("""
                SELECT reported_at, checked, fulfilled, ended, audited, events, missed, complete, reached
                FROM reconciliation WHERE id = 1 AND reported_at IS NOT NULL"""), JdbcReconciliationStore::report);
    }

    private static Report report(Cells cells) throws SQLException {
        return new Report(cells.instant(), cells.integer(), cells.integer(), cells.integer(), cells.integer(),
                cells.integer(), cells.integer(), cells.flag(), cells.flag());
    }
}
