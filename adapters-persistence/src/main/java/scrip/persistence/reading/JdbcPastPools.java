package scrip.persistence.reading;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import scrip.application.reading.PastPools;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Source;
import scrip.domain.ledger.TransferType;
import scrip.domain.pool.Hindsight;
import scrip.domain.pool.Hindsight.Arrival;
import scrip.domain.pool.Hindsight.Flow;
import scrip.domain.pool.PoolId;
import scrip.persistence.pool.PoolRow;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;
import scrip.persistence.sql.Transaction;

/**
 * Reads the past from the database, in a transaction that sees one moment. It costs the ledger of a day at most, however long
 * ago that was, and of the few turns that told of payments too late.
 */
public final class JdbcPastPools implements PastPools {

    private static final String ARRIVALS = Sql
            .in(List.of((long) TransferType.PURCHASE.code(), (long) TransferType.GIFT.code()));

    private final Database database;

    public JdbcPastPools(Database database) {
        this.database = database;
    }

    /** Entries with numbers above the first and up to the second. */
    private record Range(long afterExclusive, long untilInclusive) {}

    @Override
    public Optional<Hindsight> read(PoolId pool, Instant instant) {
        return database.atOneMoment(moment -> {
            List<PoolRow> last = new ArrayList<>();
            List<Long> next = new ArrayList<>();
            List<Range> late = new ArrayList<>();
            moment.run(new RoundTrip().read(lastUntil(pool, instant), cells -> last.add(PoolRow.of(cells)))
                    .read(firstAfter(pool, instant), cells -> next.add(cells.number()))
                    .read(lateBy(pool, instant), cells -> late.add(new Range(cells.number(), cells.number()))));
            if (last.isEmpty()) {
                return Optional.empty();
            }
            PoolRow remembered = last.getFirst();
            long until = next.isEmpty() ? Long.MAX_VALUE : next.getFirst();
            late.removeIf(range -> range.untilInclusive <= until);
            late.add(new Range(remembered.seq(), until));
            return Optional.of(new Hindsight(remembered.pool(), flows(moment, late, pool, instant)));
        });
    }

    private static Sql lastUntil(PoolId pool, Instant instant) {
        return Sql.of("SELECT " + PoolRow.COLUMNS + """

                FROM past_pool p WHERE p.id = ? AND p.as_of <= ? ORDER BY p.as_of DESC, p.seq DESC LIMIT 1""",
                pool.value(), Micros.of(instant));
    }

    /** What time has brought until the instant is written by then. */
    private static Sql firstAfter(PoolId pool, Instant instant) {
        return Sql.of("SELECT seq FROM past_pool WHERE id = ? AND as_of > ? ORDER BY as_of, seq LIMIT 1",
                pool.value(), Micros.of(instant));
    }

    private static Sql lateBy(PoolId pool, Instant instant) {
        return Sql.of("SELECT late_after, seq FROM past_pool WHERE id = ? AND late_from <= ? AND as_of > ?",
                pool.value(), Micros.of(instant), Micros.of(instant));
    }

    private static List<Flow> flows(Transaction moment, List<Range> ranges, PoolId pool, Instant dueBy) {
        List<Flow> flows = new ArrayList<>();
        RoundTrip trip = new RoundTrip();
        for (Range range : ranges) {
            trip.read(flows(range, pool, dueBy), cells -> flows.add(flow(cells)));
        }
        moment.run(trip);
        return flows;
    }

    /** Payments are told one by one, all else is added up. */
    private static Sql flows(Range range, PoolId pool, Instant dueBy) {
        return Sql.of(
                """
                        SELECT from_account, to_account, source, SUM(micros),
                            CASE WHEN type IN %1$s THEN purchase END AS bought, CASE WHEN type IN %1$s THEN due_at END AS paid_at
                        FROM ledger_entry WHERE pool = ? AND seq > ? AND seq <= ? AND due_at <= ?
                        GROUP BY from_account, to_account, source, bought, paid_at"""
                        .formatted(ARRIVALS),
                pool.value(), range.afterExclusive, range.untilInclusive, Micros.of(dueBy));
    }

    private static Flow flow(Cells cells) throws SQLException {
        Account from = Account.ofCode(cells.integer());
        Account to = Account.ofCode(cells.integer());
        String source = cells.textOrNull();
        var credits = cells.credits();
        return new Flow(from, to, source == null ? null : Source.parse(source), credits,
                arrivalOrNull(cells.textOrNull(), cells.instantOrNull()));
    }

    private static @Nullable Arrival arrivalOrNull(@Nullable String purchase, @Nullable Instant paidAt) {
        return purchase == null ? null : new Arrival(purchase, Objects.requireNonNull(paidAt));
    }
}
