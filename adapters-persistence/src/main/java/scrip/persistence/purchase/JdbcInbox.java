package scrip.persistence.purchase;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import scrip.application.payment.VerifiedEvent;
import scrip.application.pool.ConflictException;
import scrip.application.pool.UnavailableException;
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
    public boolean take(VerifiedEvent event, Instant now, Duration claimFor) {
        return database.insert(Sql.of("""
                INSERT INTO webhook_event (id, type, created, body, received_at, attempts, due_at)
                VALUES (?, ?, ?, ?, ?, 1, ?)""", event.id(), event.type(), Micros.of(event.created()), event.json(),
                Micros.of(now), Micros.of(now.plus(claimFor))));
    }

    @Override
    public Set<String> missing(Collection<String> ids) {
        Set<String> missing = new HashSet<>(ids);
        if (!ids.isEmpty()) {
            missing.removeAll(database.list(new Sql("SELECT id FROM webhook_event WHERE id IN "
                    + Sql.places(ids.size()), List.copyOf(ids)), Cells::text));
        }
        return missing;
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
        database.write(Sql.of("""
                UPDATE webhook_event SET due_at = NULL, done_at = ?, failure = NULL, outcome = 'done'
                WHERE id = ?""", Micros.of(at), eventId));
    }

    @Override
    public void ignored(String eventId, String why, Instant at) {
        database.write(Sql.of("""
                UPDATE webhook_event SET due_at = NULL, done_at = ?, failure = ?, outcome = 'ignored'
                WHERE id = ?""", Micros.of(at), shortened(why), eventId));
    }

    @Override
    public void failed(String eventId, String why, @Nullable Instant retryAt) {
        database.write(Sql.of("UPDATE webhook_event SET due_at = ?, failure = ?, outcome = ? WHERE id = ?",
                retryAt == null ? null : Micros.of(retryAt), shortened(why), retryAt == null ? "dead" : null,
                eventId));
    }

    private static String shortened(String why) {
        return why.substring(0, Math.min(FAILURE_LENGTH, why.length()));
    }

    @Override
    public boolean replay(String eventId, Instant now) {
        return database.write(Sql.of("""
                UPDATE webhook_event SET due_at = ?, attempts = 0, done_at = NULL, failure = NULL, outcome = NULL,
                    seen_by = NULL
                WHERE id = ?""", Micros.of(now), eventId)) > 0;
    }

    /** When it was seen to is when it ended: from then on it is kept as long as one that was done. */
    @Override
    public boolean putAway(String eventId, String by, Instant at) {
        return database.write(Sql.of("""
                UPDATE webhook_event SET outcome = 'put_away', done_at = ?, seen_by = ?
                WHERE id = ? AND outcome = 'dead'""", Micros.of(at), by, eventId)) > 0;
    }

    @Override
    public List<Letter> newest(@Nullable Standing only, @Nullable String before, int limit) {
        List<@Nullable Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("WHERE 1 = 1");
        if (only != null) {
            where.append(only == Standing.WAITING ? " AND outcome IS NULL" : " AND outcome = ?");
            Optional.of(only).filter(ended -> ended != Standing.WAITING).ifPresent(ended -> values.add(word(ended)));
        }
        if (before != null) {
            long receivedAt = database.first(Sql.of("SELECT received_at FROM webhook_event WHERE id = ?", before),
                    Cells::number).orElse(Long.MIN_VALUE);
            where.append(" AND (received_at < ? OR (received_at = ? AND id < ?))");
            values.addAll(List.of(receivedAt, receivedAt, before));
        }
        values.add(limit);
        return database.list(new Sql("""
                SELECT id, type, received_at, outcome, attempts, failure, seen_by, done_at FROM webhook_event
                """
                + where + "\nORDER BY received_at DESC, id DESC LIMIT ?", values), JdbcInbox::letter);
    }

    private static Letter letter(Cells cells) throws SQLException {
        return new Letter(cells.text(), cells.text(), cells.instant(), standing(cells.textOrNull()), cells.integer(),
                cells.textOrNull(), seen(cells.textOrNull(), cells.instantOrNull()));
    }

    private static @Nullable Seen seen(@Nullable String by, @Nullable Instant at) {
        return by == null || at == null ? null : new Seen(by, at);
    }

    private static Standing standing(@Nullable String outcome) {
        return outcome == null ? Standing.WAITING : Standing.valueOf(outcome.toUpperCase(Locale.ROOT));
    }

    private static String word(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    /** Under READ COMMITTED only the rows that go are locked, and no gap into which deliveries are stored. */
    @Override
    public int drop(Instant endedBefore, int most) {
        List<Integer> dropped = new ArrayList<>();
        try (Transaction transaction = database.begin()) {
            transaction.commit(new RoundTrip()
                    .write(Sql.of("DELETE FROM webhook_event WHERE done_at < ? ORDER BY done_at LIMIT ?",
                            Micros.of(endedBefore), most))
                    .read(Sql.of("SELECT ROW_COUNT()"), cells -> dropped.add(cells.integer())));
        } catch (ConflictException e) {
            throw new UnavailableException("events to drop are in use", e);
        }
        return dropped.getFirst();
    }

    @Override
    public int dead() {
        return database.first(Sql.of("SELECT COUNT(*) FROM webhook_event WHERE outcome = 'dead'"), Cells::integer)
                .orElse(0);
    }
}
