package scrip.persistence.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import scrip.persistence.pool.HoldRow;
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
        return AccountSums.at(database::read, pool, dueBy);
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
        SequencedMap<String, Credits> most = new LinkedHashMap<>();
        database.read(Sql.of("""
                SELECT builder, micros FROM usage_period WHERE pool = ? AND period = ? AND micros > 0
                ORDER BY micros DESC, builder LIMIT ?""", pool.value(), period, limit),
                cells -> most.put(cells.text(), cells.credits()));
        return most;
    }

    @Override
    public Map<String, BuilderUse> buildersUse(PoolId pool, long period, Instant now, @Nullable String builder) {
        Map<String, BuilderUse> uses = new HashMap<>();
        String and = builder == null ? "" : " AND builder = ?";
        database.read(new RoundTrip()
                .read(of("SELECT builder, micros FROM usage_period WHERE pool = ? AND period = ?" + and, builder,
                        pool.value(), period),
                        cells -> uses.put(cells.text(), new BuilderUse(cells.credits(), Credits.ZERO)))
                .read(of(
                        """
                                SELECT builder, SUM(micros) AS held FROM (
                                    SELECT builder, micros FROM builder_held WHERE pool = ?
                                    UNION ALL
                                    SELECT h.builder, -h.micros FROM pool p JOIN hold h ON h.pool = p.id AND\s"""
                                + HoldRow.DUE + " WHERE p.id = ?) parts WHERE micros <> 0" + and
                                + " GROUP BY builder HAVING held > 0",
                        builder, pool.value(), Micros.of(now), pool.value()),
                        cells -> uses.merge(cells.text(), new BuilderUse(Credits.ZERO, cells.credits()),
                                (use, hold) -> new BuilderUse(use.used(), hold.held()))));
        return uses;
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

    private static Sql of(String text, @Nullable String builder, long... numbers) {
        List<@Nullable Object> values = new ArrayList<>();
        Arrays.stream(numbers).forEach(values::add);
        if (builder != null) {
            values.add(builder);
        }
        return new Sql(text, values);
    }
}
