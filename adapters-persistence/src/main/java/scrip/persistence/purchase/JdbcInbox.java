package scrip.persistence.purchase;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.application.payment.VerifiedEvent;
import scrip.application.pool.ConflictException;
import scrip.application.purchase.Inbox;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;
import scrip.persistence.sql.Transaction;

/** The inbox in the database; a worker passes over what another one is claiming. */
public final class JdbcInbox implements Inbox {

    private static final int FAILURE_LENGTH = 2_000;

    private final Database database;

    public JdbcInbox(Database database) {
        this.database = database;
    }

    @Override
    public boolean store(VerifiedEvent event, Instant receivedAt) {
        return database.insert(Sql.of("""
                INSERT INTO webhook_event (id, type, created, body, received_at, attempts, due_at)
                VALUES (?, ?, ?, ?, ?, 0, ?)""", event.id(), event.type(), Micros.of(event.created()), event.json(),
                Micros.of(receivedAt), Micros.of(receivedAt)));
    }

    @Override
    public List<Waiting> claim(Instant now, Duration claimFor, int limit) {
        List<Waiting> claimed = new ArrayList<>();
        try (Transaction transaction = database.begin()) {
            transaction.run(new RoundTrip().read(Sql.of("""
                    SELECT id, type, created, body, attempts FROM webhook_event
                    WHERE due_at <= ? ORDER BY due_at, id LIMIT ? FOR UPDATE SKIP LOCKED""",
                    Micros.of(now), limit), cells -> claimed.add(waiting(cells))));
            RoundTrip writes = new RoundTrip();
            if (!claimed.isEmpty()) {
                writes.write(untilTheEndOf(now.plus(claimFor), claimed));
            }
            transaction.commit(writes);
            return claimed;
        } catch (ConflictException e) {
            // Nothing was claimed, or its claim will run out: the next round gets them.
            return List.of();
        }
    }

    private static Waiting waiting(Cells cells) throws SQLException {
        return new Waiting(new VerifiedEvent(cells.text(), cells.text(), cells.instant(), cells.text()),
                cells.integer() + 1);
    }

    private static Sql untilTheEndOf(Instant claim, List<Waiting> claimed) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(Micros.of(claim));
        claimed.forEach(waiting -> values.add(waiting.event().id()));
        return new Sql("UPDATE webhook_event SET attempts = attempts + 1, due_at = ? WHERE id IN "
                + Sql.places(claimed.size()), values);
    }

    @Override
    public void done(String eventId, Instant at) {
        database.write(Sql.of("UPDATE webhook_event SET due_at = NULL, done_at = ?, failure = NULL WHERE id = ?",
                Micros.of(at), eventId));
    }

    @Override
    public void failed(String eventId, String why, @Nullable Instant retryAt) {
        database.write(Sql.of("UPDATE webhook_event SET due_at = ?, failure = ? WHERE id = ?",
                retryAt == null ? null : Micros.of(retryAt), why.substring(0, Math.min(FAILURE_LENGTH, why.length())),
                eventId));
    }
}
