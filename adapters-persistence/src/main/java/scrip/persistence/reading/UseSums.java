package scrip.persistence.reading;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import scrip.application.reading.UseFilter;
import scrip.application.reading.UseKey;
import scrip.application.reading.UseSum;
import scrip.domain.credit.Credits;
import scrip.domain.pool.PoolId;
import scrip.persistence.pool.Unposted;
import scrip.persistence.pool.Unposted.Use;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Transaction;

/** Adds use up where it lies: what comes over the wire is what is shown, however many builders and charges there were. */
final class UseSums {

    private static final String EVERYTHING = "'all'";
    private static final UseSum NOTHING = new UseSum(Credits.ZERO, 0);

    private final Database database;

    UseSums(Database database) {
        this.database = database;
    }

    /** Finds of what the use is made that is asked for; with what they say of it, all is of one moment. */
    @FunctionalInterface
    private interface Parts {
        List<UsePart> at(Transaction moment);
    }

    UseSum all(PoolId pool, UseFilter which) {
        return sums(EVERYTHING, parts(pool, which), pool, which).getOrDefault("all", NOTHING);
    }

    SortedMap<String, UseSum> by(UseKey key, PoolId pool, UseFilter which) {
        return switch (key) {
            case DAY -> byDay(pool, which);
            case BUILDER -> sums("builder", moment -> UsePart.ofBuilders(moment, pool, which), pool, which);
            case OPERATION -> sums("operation", parts(pool, which), pool, which);
        };
    }

    private SortedMap<String, UseSum> byDay(PoolId pool, UseFilter which) {
        SortedMap<String, UseSum> days = new TreeMap<>();
        sums("day", ofDaysParts(pool, which), pool, which)
                .forEach((day, sum) -> days.put(LocalDate.ofEpochDay(Long.parseLong(day)).toString(), sum));
        return days;
    }

    Map<LocalDate, Map<String, Credits>> ofDays(PoolId pool, UseFilter which) {
        Map<LocalDate, Map<String, Long>> sums = new HashMap<>();
        Unposted unposted = read(pool, ofDaysParts(pool, which), (trip, part) -> trip.read(
                part.sums("day, operation", pool, which),
                cells -> add(sums, cells.number(), cells.text(), cells.number())));
        unposted.uses(which).forEach(use -> add(sums, use.day(), use.operation(), use.micros()));
        Map<LocalDate, Map<String, Credits>> days = new HashMap<>();
        sums.forEach((day, operations) -> days.put(day, credits(operations)));
        return days;
    }

    private static void add(Map<LocalDate, Map<String, Long>> days, long day, String operation, long micros) {
        days.computeIfAbsent(LocalDate.ofEpochDay(day), _ -> new HashMap<>()).merge(operation, micros, Math::addExact);
    }

    private static Map<String, Credits> credits(Map<String, Long> micros) {
        Map<String, Credits> credits = new HashMap<>();
        micros.forEach((operation, sum) -> credits.put(operation, Credits.ofMicros(sum)));
        return credits;
    }

    private static Parts parts(PoolId pool, UseFilter which) {
        return moment -> which.builder() == null ? UsePart.ofAll(which) : UsePart.ofBuilders(moment, pool, which);
    }

    private static Parts ofDaysParts(PoolId pool, UseFilter which) {
        return moment -> which.builder() == null ? UsePart.ofAll(which)
                : UsePart.ofBuildersDays(moment, pool, which);
    }

    /**
     * What is charged between two reads would be taken off with a day without having been added with its month, or be
     * missed on a new day while what waits in the pool's row is seen: all see one moment.
     *
     * @param reading adds to the trip what reads a part
     * @return what is not posted yet
     */
    private Unposted read(PoolId pool, Parts parts, BiConsumer<RoundTrip, UsePart> reading) {
        return database.atOneMoment(moment -> {
            RoundTrip trip = new RoundTrip();
            Unposted unposted = Unposted.readIn(trip, pool);
            parts.at(moment).forEach(part -> reading.accept(trip, part));
            moment.run(trip);
            return unposted;
        });
    }

    /**
     * What is left of months less some days may be nothing, which is told apart by its charges: there are none.
     */
    private SortedMap<String, UseSum> sums(String column, Parts parts, PoolId pool, UseFilter which) {
        Map<String, Sum> sums = new HashMap<>();
        Unposted unposted = read(pool, parts, (trip, part) -> trip.read(part.sums(column, pool, which),
                cells -> sums.merge(cells.text(),
                        new Sum(part.sign() * cells.number(), part.sign() * cells.number()), Sum::plus)));
        unposted.uses(which).forEach(
                use -> sums.merge(value(column, use), new Sum(use.micros(), use.charges()), Sum::plus));
        SortedMap<String, UseSum> found = new TreeMap<>();
        sums.forEach((key, sum) -> {
            if (sum.charges > 0) {
                found.put(key, new UseSum(Credits.ofMicros(sum.micros), sum.charges));
            }
        });
        return found;
    }

    /** @return what the column of a table of totals says of it */
    private static String value(String column, Use use) {
        return switch (column) {
            case "day" -> String.valueOf(use.day());
            case "builder" -> use.builder();
            case "operation" -> use.operation();
            default -> "all";
        };
    }

    /** Of a part that is taken off, both are below zero. */
    private record Sum(long micros, long charges) {

        Sum plus(Sum more) {
            return new Sum(Math.addExact(micros, more.micros), charges + more.charges);
        }
    }
}
