package scrip.persistence.notice;

import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.application.notice.Attempt;
import scrip.application.notice.Channel;
import scrip.application.notice.Delivery;
import scrip.application.notice.Outbox;
import scrip.domain.pool.PoolId;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.Sql;

/** The row of a try; it takes the place of the one so many tries before it. */
final class AttemptRow {

    private static final long NANOS_PER_MICRO = 1_000;

    private AttemptRow() {}

    static Sql insert(Delivery.Key delivery, Attempt attempt) {
        return Sql.of(
                """
                        INSERT INTO notice_attempt (pool, notice, channel, address, slot, number, began_at, took, result, outcome)
                        SELECT pool, notice, channel, address, MOD(tries, ?), tries, ?, ?, ?, ?
                        FROM notice_delivery WHERE\s"""
                        + DeliveryRow.KEY
                        + """

                                ON DUPLICATE KEY UPDATE number = VALUES(number), began_at = VALUES(began_at), took = VALUES(took),
                                    result = VALUES(result), outcome = VALUES(outcome)""",
                Outbox.KEPT, Micros.of(attempt.at()), attempt.took().toNanos() / NANOS_PER_MICRO,
                attempt.result().key(), attempt.outcome(), delivery.pool().value(), delivery.notice(),
                delivery.target().channel().key(), delivery.target().address());
    }

    /** @param deliveries at least one */
    static Sql of(Collection<Delivery.Key> deliveries) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Delivery.Key key : deliveries) {
            values.add(key.pool().value());
            values.add(key.notice());
            values.add(key.target().channel().key());
            values.add(key.target().address());
        }
        return new Sql("""
                SELECT pool, notice, channel, address, began_at, took, result, outcome FROM notice_attempt
                WHERE (pool, notice, channel, address) IN (""" + String.join(", ",
                Collections.nCopies(deliveries.size(), "(?, ?, ?, ?)")) + ") ORDER BY number DESC", values);
    }

    static Delivery.Key key(Cells cells) throws SQLException {
        return new Delivery.Key(new PoolId(cells.number()), cells.number(),
                new Delivery.Target(Channel.ofKey(cells.text()), cells.text()));
    }

    /** Reads on after the {@link #key}. */
    static Attempt attempt(Cells cells) throws SQLException {
        return new Attempt(cells.instant(), Duration.of(cells.number(), ChronoUnit.MICROS),
                Attempt.Result.ofKey(cells.text()), cells.text());
    }
}
