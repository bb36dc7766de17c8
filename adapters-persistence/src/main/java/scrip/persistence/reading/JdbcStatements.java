package scrip.persistence.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import scrip.application.explain.Statements;
import scrip.application.pool.ConflictException;
import scrip.application.pool.UnavailableException;
import scrip.domain.explain.Movement;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.TransferType;
import scrip.domain.pool.PoolId;
import scrip.persistence.pool.UnlockedRead;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;
import scrip.persistence.sql.Transaction;

/** Reads statements from the database, each in a transaction that sees one moment; costs what was due in between. */
public final class JdbcStatements implements Statements {

    private final Database database;

    public JdbcStatements(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Statement> read(PoolId pool, Instant afterExclusive, Instant untilInclusive) {
        try (Transaction moment = database.snapshot()) {
            UnlockedRead found = new UnlockedRead();
            moment.run(new RoundTrip().read(UnlockedRead.query(pool, untilInclusive), found));
            Map<Account, Long> opening = AccountSums.at(moment::run, pool, afterExclusive);
            List<Movement> movements = movements(moment::run, pool, afterExclusive, untilInclusive);
            return found.found().map(at -> new Statement(at, opening, movements));
        } catch (ConflictException e) {
            throw new UnavailableException("the database cannot serve now", e);
        }
    }

    /** The totals of days tell between which numbers their entries lie. */
    private static List<Movement> movements(Consumer<RoundTrip> reading, PoolId pool, Instant after, Instant until) {
        List<Movement> movements = new ArrayList<>();
        reading.accept(new RoundTrip().read(Sql.of("""
                SELECT e.type, e.operation, e.from_account, e.to_account, COUNT(*), SUM(e.micros)
                FROM ledger_entry e, (SELECT MIN(first_seq) AS first, MAX(last_seq) AS last FROM ledger_day
                    WHERE pool = ? AND day >= ? AND day <= ?) d
                WHERE e.pool = ? AND e.seq BETWEEN d.first AND d.last AND e.due_at > ? AND e.due_at <= ?
                GROUP BY e.type, e.operation, e.from_account, e.to_account""", pool.value(), Micros.day(after),
                Micros.day(until), pool.value(), Micros.of(after), Micros.of(until)),
                cells -> movements.add(new Movement(TransferType.ofCode(cells.integer()), cells.textOrNull(),
                        Account.ofCode(cells.integer()), Account.ofCode(cells.integer()), cells.number(),
                        cells.credits()))));
        return movements;
    }
}
