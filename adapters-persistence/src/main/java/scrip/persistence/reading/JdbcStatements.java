package scrip.persistence.reading;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import scrip.application.explain.Statements;
import scrip.application.pool.PoolStore.Unlocked;
import scrip.domain.credit.Credits;
import scrip.domain.explain.Movement;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.TransferType;
import scrip.domain.pool.PoolId;
import scrip.persistence.pool.UnlockedRead;
import scrip.persistence.pool.Unposted;
import scrip.persistence.pool.Unposted.Move;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;
import scrip.persistence.sql.Transaction;

/** Reads statements from the database, each in a transaction that sees one moment; costs the days in between. */
public final class JdbcStatements implements Statements {

    private final Database database;

    public JdbcStatements(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Statement> read(PoolId pool, Instant afterExclusive, Instant untilInclusive) {
        return look(pool, untilInclusive, at -> new Between(afterExclusive, untilInclusive, at.pool().asOf()));
    }

    @Override
    public Optional<Statement> readSoFar(PoolId pool, Instant afterExclusive, Instant now) {
        return look(pool, now, at -> {
            Instant asOf = at.pool().asOf();
            return new Between(afterExclusive, asOf.isAfter(now) ? asOf : now, asOf);
        });
    }

    private Optional<Statement> look(PoolId pool, Instant dueBy, Function<Unlocked, Between> asked) {
        return database.atOneMoment(moment -> {
            UnlockedRead found = new UnlockedRead();
            RoundTrip trip = new RoundTrip().read(UnlockedRead.query(pool, dueBy), found);
            Unposted unposted = Unposted.readIn(trip, pool);
            moment.run(trip);
            return found.found().map(at -> {
                Between between = asked.apply(at);
                return new Statement(at, between.until, AccountSums.at(moment, pool, between.after),
                        movements(moment, pool, between, unposted));
            });
        });
    }

    /**
     * The time that a statement is about: whole days, whose totals are kept, and parts of days before and after them, whose
     * entries have to be read.
     *
     * @param asOf
     *            when anything was last written: no entry is due later
     */
    private record Between(Instant after, Instant until, Instant asOf) {

        long firstWholeDay() {
            return Micros.day(after) + 1;
        }

        long lastWholeDay() {
            return Micros.day(until) - (Micros.endsDay(until) || !until.isBefore(asOf) ? 0 : 1);
        }

        /** @return the days of which only a part belongs to it */
        LongStream partDays() {
            return LongStream.of(Micros.day(after), Micros.day(until)).distinct()
                    .filter(day -> day < firstWholeDay() ? !Micros.endsDay(after) : day > lastWholeDay());
        }
    }

    private static List<Movement> movements(Transaction moment, PoolId pool, Between between, Unposted unposted) {
        List<Movement> movements = new ArrayList<>();
        unposted.moves().stream()
                .filter(move -> move.day() >= between.firstWholeDay() && move.day() <= between.lastWholeDay())
                .forEach(move -> movements.add(movement(move)));
        RoundTrip trip = new RoundTrip().read(Sql.of("""
                SELECT type, NULLIF(operation, ''), from_account, to_account, SUM(entries), SUM(micros)
                FROM ledger_movement WHERE pool = ? AND day BETWEEN ? AND ?
                GROUP BY type, operation, from_account, to_account""", pool.value(), between.firstWholeDay(),
                between.lastWholeDay()), cells -> movements.add(movement(cells)));
        between.partDays().forEach(day -> trip.read(part(pool, day, between, unposted),
                cells -> movements.add(movement(cells))));
        moment.run(trip);
        return movements;
    }

    /** The totals of a day tell between which numbers its entries lie. */
    private static Sql part(PoolId pool, long day, Between between, Unposted unposted) {
        String more = unposted.moves().stream().filter(move -> move.day() == day)
                .map(move -> " UNION ALL SELECT " + move.first() + ", " + move.last()).collect(Collectors.joining());
        return Sql.of("""
                SELECT e.type, e.operation, e.from_account, e.to_account, COUNT(*), SUM(e.micros)
                FROM ledger_entry e, (SELECT MIN(s.first_seq) AS first, MAX(s.last_seq) AS last FROM (
                    SELECT first_seq, last_seq FROM ledger_day WHERE pool = ? AND day = ?""" + more + """
                ) s) d
                WHERE e.pool = ? AND e.seq BETWEEN d.first AND d.last AND e.due_at > ? AND e.due_at <= ?
                    AND e.due_at DIV 86400000000 = ?
                GROUP BY e.type, e.operation, e.from_account, e.to_account""", pool.value(), day, pool.value(),
                Micros.of(between.after), Micros.of(between.until), day);
    }

    private static Movement movement(Move move) {
        return new Movement(TransferType.ofCode(move.type()), move.operation().isEmpty() ? null : move.operation(),
                Account.ofCode(move.from()), Account.ofCode(move.to()), move.entries(),
                Credits.ofMicros(move.micros()));
    }

    private static Movement movement(Cells cells) throws SQLException {
        return new Movement(TransferType.ofCode(cells.integer()), cells.textOrNull(), Account.ofCode(cells.integer()),
                Account.ofCode(cells.integer()), cells.number(), cells.credits());
    }
}
