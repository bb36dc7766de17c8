package scrip.persistence.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;
import scrip.application.reading.LedgerReader;
import scrip.application.reading.UseFilter;
import scrip.application.reading.UseKey;
import scrip.application.reading.UseSum;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Entry;
import scrip.domain.pool.BuilderUse;
import scrip.domain.pool.Charge;
import scrip.domain.pool.PoolId;
import scrip.persistence.pool.ChargesRead;
import scrip.persistence.pool.EntryRow;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;

/** Reads ledger, charges and use from the database; every question costs what it returns, however long the ledger is. */
public final class JdbcLedgerReader implements LedgerReader {

    private final Database database;
    private final UseSums uses;

    public JdbcLedgerReader(Database database) {
        this.database = database;
        this.uses = new UseSums(database);
    }

    @Override
    public List<Entry> entries(PoolId pool, long after, int limit) {
        return database.list(Sql.of("SELECT " + EntryRow.COLUMNS + """

                FROM ledger_entry e WHERE e.pool = ? AND e.seq > ? ORDER BY e.seq LIMIT ?""",
                pool.value(), after, limit), cells -> EntryRow.of(cells).entry());
    }

    @Override
    public Map<Account, Long> balancesAt(PoolId pool, Instant dueBy) {
        return database.atOneMoment(moment -> AccountSums.at(moment, pool, dueBy));
    }

    @Override
    public Optional<Charge> charge(PoolId pool, long number) {
        ChargesRead charges = new ChargesRead();
        database.read(Sql.of(ChargesRead.SELECT + "FROM charge c " + ChargesRead.WITH_REPAYMENTS + """
                WHERE c.pool = ? AND c.number = ? ORDER BY r.seq""", pool.value(), number), charges);
        return charges.of(pool).stream().findFirst();
    }

    @Override
    public List<Charge> charges(PoolId pool, UseFilter which, long before, int limit) {
        return new ChargeSearch(database, pool, which).newest(before, limit);
    }

    @Override
    public UseSum use(PoolId pool, UseFilter which) {
        return uses.all(pool, which);
    }

    @Override
    public SortedMap<String, UseSum> useBy(UseKey key, PoolId pool, UseFilter which) {
        return uses.by(key, pool, which);
    }

    @Override
    public Map<LocalDate, Map<String, Credits>> useOfDays(PoolId pool, UseFilter which) {
        return uses.ofDays(pool, which);
    }

    /** Reads a row for each builder who used anything in the period, and answers with few. */
    @Override
    public SequencedMap<String, Credits> mostUsed(PoolId pool, long period, int limit) {
        return new BuildersUse(database, pool, period).most(limit);
    }

    @Override
    public Map<String, BuilderUse> buildersUse(PoolId pool, long period, Instant now, @Nullable String builder) {
        return new BuildersUse(database, pool, period).now(now, builder);
    }

    /** One statement for each operation, all in one round trip: each reads so many entries of an index and no row. */
    @Override
    public Map<String, List<Credits>> costs(PoolId pool, Collection<String> operations, Instant sinceInclusive,
            int limit) {
        Map<String, List<Credits>> costs = new HashMap<>();
        RoundTrip trip = new RoundTrip();
        for (String operation : operations) {
            List<Credits> latest = new ArrayList<>();
            costs.put(operation, latest);
            trip.read(
                    Sql.of("""
                            SELECT micros - refunded FROM charge FORCE INDEX (charge_of_operation)
                            WHERE pool = ? AND operation = ? AND own_key = 0 AND charged_at >= ? AND micros > refunded
                            ORDER BY charged_at DESC, number DESC LIMIT ?""", pool.value(), operation,
                            Micros.of(sinceInclusive), limit),
                    cells -> latest.add(cells.credits()));
        }
        database.read(trip);
        return costs;
    }
}
