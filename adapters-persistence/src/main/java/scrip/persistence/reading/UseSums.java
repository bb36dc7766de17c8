package scrip.persistence.reading;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import scrip.application.pool.ConflictException;
import scrip.application.pool.UnavailableException;
import scrip.application.reading.UseFilter;
import scrip.application.reading.UseKey;
import scrip.application.reading.UseSum;
import scrip.domain.credit.Credits;
import scrip.domain.pool.PoolId;
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

    UseSum all(PoolId pool, UseFilter which) {
        List<UsePart> parts = which.builder() == null ? UsePart.ofAll(which)
                : UsePart.ofBuilders(database, pool, which);
        return sums(EVERYTHING, parts, pool, which).getOrDefault("all", NOTHING);
    }

    SortedMap<String, UseSum> by(UseKey key, PoolId pool, UseFilter which) {
        return switch (key) {
            case DAY -> byDay(pool, which);
            case BUILDER -> sums("builder", UsePart.ofBuilders(database, pool, which), pool, which);
            case OPERATION -> sums("operation", which.builder() == null ? UsePart.ofAll(which)
                    : UsePart.ofBuilders(database, pool, which), pool, which);
        };
    }

    private SortedMap<String, UseSum> byDay(PoolId pool, UseFilter which) {
        SortedMap<String, UseSum> days = new TreeMap<>();
        sums("day", ofDaysParts(pool, which), pool, which)
                .forEach((day, sum) -> days.put(LocalDate.ofEpochDay(Long.parseLong(day)).toString(), sum));
        return days;
    }

    Map<LocalDate, Map<String, Credits>> ofDays(PoolId pool, UseFilter which) {
        Map<LocalDate, Map<String, Credits>> days = new HashMap<>();
        RoundTrip trip = new RoundTrip();
        ofDaysParts(pool, which).forEach(part -> trip.read(part.sums("day, operation", pool, which),
                cells -> days.computeIfAbsent(LocalDate.ofEpochDay(cells.number()), _ -> new HashMap<>())
                        .put(cells.text(), cells.credits())));
        database.read(trip);
        return days;
    }

    private List<UsePart> ofDaysParts(PoolId pool, UseFilter which) {
        return which.builder() == null ? UsePart.ofAll(which) : UsePart.ofBuildersDays(database, pool, which);
    }

    /** What is left of months less some days may be nothing, which is told apart by its charges: there are none. */
    private SortedMap<String, UseSum> sums(String column, List<UsePart> parts, PoolId pool, UseFilter which) {
        Map<String, Sum> sums = new HashMap<>();
        RoundTrip trip = new RoundTrip();
        parts.forEach(part -> trip.read(part.sums(column, pool, which), cells -> sums.merge(cells.text(),
                new Sum(part.sign() * cells.number(), part.sign() * cells.number()), Sum::plus)));
        readAtOneMoment(trip);
        SortedMap<String, UseSum> found = new TreeMap<>();
        sums.forEach((key, sum) -> {
            if (sum.charges > 0) {
                found.put(key, new UseSum(Credits.ofMicros(sum.micros), sum.charges));
            }
        });
        return found;
    }

    /** What is charged between two reads would be taken off with a day without having been added with its month. */
    private void readAtOneMoment(RoundTrip trip) {
        try (Transaction moment = database.snapshot()) {
            moment.run(trip);
        } catch (ConflictException e) {
            throw new UnavailableException("the database cannot serve now", e);
        }
    }

    /** Of a part that is taken off, both are below zero. */
    private record Sum(long micros, long charges) {

        Sum plus(Sum more) {
            return new Sum(Math.addExact(micros, more.micros), charges + more.charges);
        }
    }
}
