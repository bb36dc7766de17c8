package scrip.persistence.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.pool.BuilderUse;
import scrip.domain.pool.PoolId;
import scrip.persistence.pool.HoldRow;
import scrip.persistence.pool.Unposted;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;

/** What builders used in a period of their pool, and what they have on hold. */
final class BuildersUse {

    private final Database database;
    private final PoolId pool;
    private final long period;

    BuildersUse(Database database, PoolId pool, long period) {
        this.database = database;
        this.pool = pool;
        this.period = period;
    }

    /** As many more are read as could come after others by what is not posted yet. */
    SequencedMap<String, Credits> most(int limit) {
        return database.atOneMoment(moment -> {
            RoundTrip first = new RoundTrip();
            Unposted unposted = Unposted.readIn(first, pool);
            moment.run(first);
            Map<String, Long> used = used(unposted, null);
            List<String> builders = List.copyOf(used.keySet());
            RoundTrip trip = new RoundTrip().read(Sql.of("""
                    SELECT builder, micros FROM usage_period WHERE pool = ? AND period = ? AND micros > 0
                    ORDER BY micros DESC, builder LIMIT ?""", pool.value(), period, limit + builders.size()),
                    cells -> put(used, builders, cells.text(), cells.number()));
            if (!builders.isEmpty()) {
                trip.read(ofBuilders(builders), cells -> used.merge(cells.text(), cells.number(), Math::addExact));
            }
            moment.run(trip);
            return most(used, limit);
        });
    }

    private static void put(Map<String, Long> used, List<String> others, String builder, long micros) {
        if (!others.contains(builder)) {
            used.put(builder, micros);
        }
    }

    private Sql ofBuilders(List<String> builders) {
        List<@Nullable Object> values = new ArrayList<>(List.of(pool.value(), period));
        values.addAll(builders);
        return new Sql("SELECT builder, micros FROM usage_period WHERE pool = ? AND period = ? AND builder IN "
                + Sql.places(builders.size()), values);
    }

    private static SequencedMap<String, Credits> most(Map<String, Long> used, int limit) {
        SequencedMap<String, Credits> most = new LinkedHashMap<>();
        used.entrySet().stream().filter(of -> of.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit).forEach(of -> most.put(of.getKey(), Credits.ofMicros(of.getValue())));
        return most;
    }

    private Map<String, Long> used(Unposted unposted, @Nullable String builder) {
        return unposted.uses().stream().filter(use -> use.period() == period)
                .filter(use -> builder == null || builder.equals(use.builder()))
                .collect(Collectors.toMap(Unposted.Use::builder, Unposted.Use::micros, Math::addExact, HashMap::new));
    }

    Map<String, BuilderUse> now(Instant now, @Nullable String builder) {
        Map<String, Long> used = new HashMap<>();
        Map<String, Long> held = new HashMap<>();
        String and = builder == null ? "" : " AND builder = ?";
        RoundTrip trip = new RoundTrip();
        Unposted unposted = Unposted.readIn(trip, pool);
        trip.read(of("SELECT builder, micros FROM usage_period WHERE pool = ? AND period = ?" + and, builder,
                pool.value(), period), cells -> used.put(cells.text(), cells.number()))
                .read(of("SELECT builder, micros FROM builder_held WHERE pool = ? AND micros <> 0" + and, builder,
                        pool.value()), cells -> held.put(cells.text(), cells.number()))
                .read(of("SELECT h.builder, h.micros FROM pool p JOIN hold h ON h.pool = p.id AND " + HoldRow.DUE
                        + " WHERE p.id = ?" + and, builder, Micros.of(now), pool.value()),
                        cells -> held.merge(cells.text(), -cells.number(), Math::addExact));
        database.readAtOneMoment(trip);
        used(unposted, builder).forEach((who, micros) -> used.merge(who, micros, Math::addExact));
        unposted.held().forEach((who, micros) -> {
            if (builder == null || builder.equals(who)) {
                held.merge(who, micros, Math::addExact);
            }
        });
        return uses(used, held);
    }

    private static Map<String, BuilderUse> uses(Map<String, Long> used, Map<String, Long> held) {
        Map<String, BuilderUse> uses = new HashMap<>();
        used.forEach((builder, micros) -> uses.put(builder, new BuilderUse(Credits.ofMicros(micros), Credits.ZERO)));
        held.forEach((builder, micros) -> {
            if (micros > 0) {
                uses.merge(builder, new BuilderUse(Credits.ZERO, Credits.ofMicros(micros)),
                        (use, hold) -> new BuilderUse(use.used(), hold.held()));
            }
        });
        return uses;
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
