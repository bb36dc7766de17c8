package scrip.persistence.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import scrip.application.notice.Attempt;
import scrip.application.notice.Delivery;
import scrip.application.notice.Outbox;
import scrip.application.notice.Posted;
import scrip.application.pool.ConflictException;
import scrip.application.pool.UnavailableException;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Insert;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;
import scrip.persistence.sql.Transaction;

/** The outbox in the database; a worker passes over what another one is claiming. */
public final class JdbcOutbox implements Outbox {

    private final Database database;

    public JdbcOutbox(Database database) {
        this.database = database;
    }

    @Override
    public List<Posted> claimNotices(Instant now, Duration claimFor, int limit) {
        Sql due = Sql.of("SELECT " + NoticeRow.COLUMNS + """

                FROM notice n WHERE n.due_at <= ?
                ORDER BY n.due_at, n.pool, n.number LIMIT ? FOR UPDATE SKIP LOCKED""", Micros.of(now), limit);
        return claim(due, NoticeRow::of, posted -> Sql.of("UPDATE notice SET due_at = ? WHERE pool = ? AND number = ?",
                Micros.of(now.plus(claimFor)), posted.pool().value(), posted.notice().number()));
    }

    @Override
    public List<Delivery> claimDeliveries(Instant now, Duration claimFor, int limit) {
        Sql due = Sql.of(DeliveryRow.SELECT + """
                WHERE d.due_at <= ? ORDER BY d.due_at, d.pool, d.notice, d.channel, d.address LIMIT ?
                FOR UPDATE SKIP LOCKED""", Micros.of(now), limit);
        long end = Micros.of(now.plus(claimFor));
        return claim(due, DeliveryRow::of,
                delivery -> keyed("UPDATE notice_delivery SET attempts = attempts + 1, tries = tries + 1, due_at = ?",
                        delivery.key(),
                        end))
                .stream().map(JdbcOutbox::tried).toList();
    }

    private static Delivery tried(Delivery delivery) {
        Delivery.Progress so = delivery.progress();
        return new Delivery(delivery.posted(), delivery.target(), new Delivery.Progress(so.status(), so.madeAt(),
                so.since(), so.attempts() + 1, so.nextAt(), so.triedAt(), so.outcome()));
    }

    /** Makes the statement that claims a row. */
    private interface Claim<T> {
        Sql of(T row);
    }

    private <T> List<T> claim(Sql due, Database.Row<T> row, Claim<T> claim) {
        List<T> claimed = new ArrayList<>();
        try (Transaction transaction = database.begin()) {
            transaction.run(new RoundTrip().read(due, cells -> claimed.add(row.of(cells))));
            RoundTrip writes = new RoundTrip();
            claimed.forEach(one -> writes.write(claim.of(one)));
            transaction.commit(writes);
            return claimed;
        } catch (ConflictException e) {
            // Nothing was claimed, or its claim will run out: the next round gets them.
            return List.of();
        }
    }

    @Override
    public void dispatch(Posted notice, Collection<Delivery.Target> targets, Instant now) {
        long pool = notice.pool().value();
        long number = notice.notice().number();
        Insert made = new Insert("""
                INSERT INTO notice_delivery (pool, notice, channel, address, made_at, since, attempts, due_at)
                VALUES""", "ON DUPLICATE KEY UPDATE pool = pool");
        targets.forEach(target -> made.row().put(pool).put(number).put(target.channel().key()).put(target.address())
                .put(now).put(now).put(0).put(now));
        try (Transaction transaction = database.begin()) {
            transaction.commit(new RoundTrip().write(made.statements())
                    .write(Sql.of("UPDATE notice SET due_at = NULL WHERE pool = ? AND number = ?", pool, number)));
        }
    }

    @Override
    public void keep(Delivery.Key delivery, Attempt attempt, @Nullable Instant retryAt) {
        try (Transaction transaction = database.begin()) {
            transaction.commit(new RoundTrip().write(AttemptRow.insert(delivery, attempt))
                    .write(progress(delivery, attempt, retryAt)));
        } catch (ConflictException e) {
            throw new UnavailableException("the database cannot serve now", e);
        }
    }

    private static Sql progress(Delivery.Key delivery, Attempt attempt, @Nullable Instant retryAt) {
        long at = Micros.of(attempt.at());
        if (attempt.result() == Attempt.Result.ARRIVED) {
            return keyed("UPDATE notice_delivery SET due_at = NULL, tried_at = ?, delivered_at = ?, outcome = ?",
                    delivery, at, at, attempt.outcome());
        }
        Sql failure = keyed("UPDATE notice_delivery SET due_at = ?, tried_at = ?, outcome = ?", delivery,
                Micros.ofNullable(retryAt), at, attempt.outcome());
        return new Sql(failure.text() + " AND delivered_at IS NULL", failure.values());
    }

    @Override
    public boolean resend(Delivery.Key delivery, Instant now) {
        return database.write(keyed("""
                UPDATE notice_delivery SET due_at = ?, since = ?, attempts = 0, delivered_at = NULL, outcome = NULL""",
                delivery, Micros.of(now), Micros.of(now))) > 0;
    }

    /** First the deliveries by their index, then their notices: however many there are, so many are read as are shown. */
    @Override
    public List<Delivery> latest(int limit) {
        return database.list(Sql.of("SELECT " + DeliveryRow.COLUMNS + """

                FROM (SELECT * FROM notice_delivery
                    ORDER BY made_at DESC, pool DESC, notice DESC, channel DESC, address DESC LIMIT ?) d
                STRAIGHT_JOIN notice n ON n.pool = d.pool AND n.number = d.notice
                ORDER BY d.made_at DESC, d.pool DESC, d.notice DESC, d.channel DESC, d.address DESC""", limit),
                DeliveryRow::of);
    }

    @Override
    public Map<Delivery.Key, List<Attempt>> attempts(Collection<Delivery.Key> deliveries) {
        Map<Delivery.Key, List<Attempt>> attempts = new HashMap<>();
        if (!deliveries.isEmpty()) {
            database.read(AttemptRow.of(deliveries), cells -> attempts
                    .computeIfAbsent(AttemptRow.key(cells), _ -> new ArrayList<>()).add(AttemptRow.attempt(cells)));
        }
        return attempts;
    }

    /** @return the statement for one delivery, its own values first */
    private static Sql keyed(String change, Delivery.Key key, @Nullable Object... values) {
        List<@Nullable Object> all = new ArrayList<>();
        for (Object value : values) {
            all.add(value);
        }
        all.add(key.pool().value());
        all.add(key.notice());
        all.add(key.target().channel().key());
        all.add(key.target().address());
        return new Sql(change + " WHERE " + DeliveryRow.KEY, all);
    }
}
