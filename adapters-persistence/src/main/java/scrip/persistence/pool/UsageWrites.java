package scrip.persistence.pool;

import java.util.LinkedHashMap;
import java.util.Map;

import scrip.persistence.pool.Unposted.Use;
import scrip.persistence.sql.Insert;
import scrip.persistence.sql.RoundTrip;

/** Adds use to the totals by day, month and period. */
final class UsageWrites {

    private static final String MORE = "micros = micros + VALUES(micros), charges = charges + VALUES(charges)";

    private final Map<Builders, Sum> days = new LinkedHashMap<>();
    private final Map<Builders, Sum> months = new LinkedHashMap<>();
    private final Map<All, Sum> all = new LinkedHashMap<>();
    private final Map<Period, Long> periods = new LinkedHashMap<>();

    /** One builder's use in a day or month. */
    private record Builders(long pool, long time, String builder, String operation) {}

    /** All builders' use in a day. */
    private record All(long pool, long day, String operation) {}

    private record Period(long pool, long period, String builder) {}

    private record Sum(long micros, long charges, long first, long last) {

        Sum plus(Sum other) {
            return new Sum(Math.addExact(micros, other.micros), charges + other.charges, Math.min(first, other.first),
                    Math.max(last, other.last));
        }
    }

    void add(long pool, Use use) {
        Sum more = new Sum(use.micros(), use.charges(), use.first(), use.last());
        days.merge(new Builders(pool, use.day(), use.builder(), use.operation()), more, Sum::plus);
        months.merge(new Builders(pool, use.month(), use.builder(), use.operation()), more, Sum::plus);
        all.merge(new All(pool, use.day(), use.operation()), more, Sum::plus);
        periods.merge(new Period(pool, use.period(), use.builder()), use.micros(), Math::addExact);
    }

    void addTo(RoundTrip trip) {
        trip.write(byBuilder("usage_daily", "day", days).statements());
        trip.write(byBuilder("usage_monthly", "month", months).statements());
        trip.write(ofAll().statements());
        Insert byPeriod = new Insert("INSERT INTO usage_period (pool, period, builder, micros) VALUES",
                "ON DUPLICATE KEY UPDATE micros = micros + VALUES(micros)");
        periods.forEach((period, micros) -> byPeriod.row().put(period.pool).put(period.period).put(period.builder)
                .put(micros.longValue()));
        trip.write(byPeriod.statements());
    }

    private static Insert byBuilder(String table, String time, Map<Builders, Sum> sums) {
        Insert insert = new Insert("INSERT INTO " + table + " (pool, " + time
                + ", builder, operation, micros, charges) VALUES", "ON DUPLICATE KEY UPDATE " + MORE);
        sums.forEach((of, sum) -> insert.row().put(of.pool).put(of.time).put(of.builder).put(of.operation)
                .put(sum.micros).put(sum.charges));
        return insert;
    }

    private Insert ofAll() {
        Insert insert = new Insert("""
                INSERT INTO usage_total (pool, day, operation, micros, charges, first_charge, last_charge) VALUES""",
                "ON DUPLICATE KEY UPDATE " + MORE + """
                        , first_charge = LEAST(first_charge, VALUES(first_charge)),
                            last_charge = GREATEST(last_charge, VALUES(last_charge))""");
        all.forEach((of, sum) -> insert.row().put(of.pool).put(of.day).put(of.operation).put(sum.micros)
                .put(sum.charges).put(sum.first).put(sum.last));
        return insert;
    }
}
