package scrip.persistence.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import scrip.application.reading.UseFilter;
import scrip.domain.pool.Charge;
import scrip.domain.pool.PoolId;
import scrip.persistence.pool.ChargesRead;
import scrip.persistence.pool.Unposted;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;

/**
 * Finds the newest charges that match. What matches lies in one run of an index or in a few, newest first; of each run as
 * many entries are read as are wanted, so a page costs the same however rare it is what it shows, and however long ago.
 */
final class ChargeSearch {

    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private final Database database;
    private final PoolId pool;
    private final UseFilter which;

    ChargeSearch(Database database, PoolId pool, UseFilter which) {
        this.database = database;
        this.pool = pool;
        this.which = which;
    }

    /** @param before number of the charge after the first wanted */
    List<Charge> newest(long before, int limit) {
        Optional<ChargedDays> days = database.atOneMoment(moment -> ChargedDays.find(moment, pool, which));
        if (days.isEmpty()) {
            return List.of();
        }
        Numbers numbers = new Numbers(days.get().firstCharge(), Math.min(days.get().lastCharge(), before - 1), limit);
        List<Sql> runs = runs(days.get(), numbers);
        return runs.isEmpty() ? List.of() : read(runs, limit);
    }

    /** Between which numbers charges are wanted, and how many. */
    private record Numbers(long first, long last, int limit) {}

    private List<Sql> runs(ChargedDays days, Numbers numbers) {
        if (which.builder() != null) {
            return operations(which.builder(), days).stream().map(one -> ofBuilder(which.builder(), one, numbers))
                    .toList();
        }
        return which.operation() == null ? List.of(ofAll(numbers)) : ofOperation(which.operation(), numbers);
    }

    private Sql ofAll(Numbers numbers) {
        return Sql.of("""
                SELECT number FROM charge FORCE INDEX (PRIMARY) WHERE pool = ? AND number BETWEEN ? AND ?
                ORDER BY number DESC LIMIT ?""", pool.value(), numbers.first, numbers.last, numbers.limit);
    }

    private Sql ofBuilder(String builder, String operation, Numbers numbers) {
        return Sql.of("""
                SELECT number FROM charge FORCE INDEX (charge_of_builder)
                WHERE pool = ? AND builder = ? AND operation = ? AND number BETWEEN ? AND ?
                ORDER BY number DESC LIMIT ?""", pool.value(), builder, operation, numbers.first, numbers.last,
                numbers.limit);
    }

    /** Charges are numbered as time passes, so those of an operation lie in the order of their numbers too. */
    private List<Sql> ofOperation(String operation, Numbers numbers) {
        long latest = database.first(Sql.of("""
                SELECT charged_at FROM charge WHERE pool = ? AND number <= ? ORDER BY number DESC LIMIT 1""",
                pool.value(), numbers.last), Cells::number).orElse(Long.MIN_VALUE);
        List<Sql> runs = new ArrayList<>();
        for (int ownKey = 0; ownKey <= 1; ownKey++) {
            runs.add(Sql.of("""
                    SELECT number FROM charge FORCE INDEX (charge_of_operation)
                    WHERE pool = ? AND operation = ? AND own_key = ? AND charged_at BETWEEN ? AND ? AND number <= ?
                    ORDER BY charged_at DESC, number DESC LIMIT ?""", pool.value(), operation, ownKey,
                    which.fromInclusive().toEpochDay() * MICROS_PER_DAY, latest, numbers.last, numbers.limit));
        }
        return runs;
    }

    /** @return the operations of which the builder may have such charges */
    private List<String> operations(String builder, ChargedDays days) {
        if (which.operation() != null) {
            return List.of(which.operation());
        }
        Set<String> operations = new TreeSet<>();
        RoundTrip trip = new RoundTrip();
        Unposted unposted = Unposted.readIn(trip, pool);
        trip.read(Sql.of("SELECT DISTINCT operation FROM usage_monthly WHERE pool = ? AND builder = ?"
                + " AND month IN " + Sql.in(days.months()), pool.value(), builder),
                cells -> operations.add(cells.text()));
        database.readAtOneMoment(trip);
        unposted.uses().stream().filter(use -> use.builder().equals(builder))
                .forEach(use -> operations.add(use.operation()));
        return List.copyOf(operations);
    }

    private List<Charge> read(List<Sql> runs, int limit) {
        List<@Nullable Object> values = new ArrayList<>();
        runs.forEach(run -> values.addAll(run.values()));
        values.add(limit);
        values.add(pool.value());
        ChargesRead charges = new ChargesRead();
        database.read(new Sql(ChargesRead.SELECT + "FROM (SELECT u.number FROM ("
                + runs.stream().map(run -> "(" + run.text() + ")").collect(Collectors.joining("\nUNION ALL\n"))
                + ") u ORDER BY u.number DESC LIMIT ?) n\nSTRAIGHT_JOIN charge c ON c.pool = ? AND c.number = n.number\n"
                + ChargesRead.WITH_REPAYMENTS + "ORDER BY c.number DESC, r.seq", values), charges);
        return charges.of(pool);
    }
}
