package scrip.persistence.pool;

import java.util.LinkedHashMap;
import java.util.Map;

import scrip.domain.pool.Usage;
import scrip.persistence.sql.Insert;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.RoundTrip;

/** Adds use to the totals by day and by period. */
final class UsageWrites {

    private final Map<Day, Sum> days = new LinkedHashMap<>();
    private final Map<Period, Long> periods = new LinkedHashMap<>();

    private record Day(long pool, long day, String builder, String operation) {}

    private record Period(long pool, long period, String builder) {}

    private record Sum(long micros, long charges) {

        Sum plus(Sum other) {
            return new Sum(Math.addExact(micros, other.micros), charges + other.charges);
        }
    }

    void add(long pool, Usage usage) {
        long net = usage.spent().micros() - usage.madeGood().micros();
        String builder = usage.work().builder();
        days.merge(new Day(pool, Micros.day(usage.at()), builder, usage.work().operation()),
                new Sum(net, usage.charges()), Sum::plus);
        periods.merge(new Period(pool, usage.period(), builder), net, Math::addExact);
    }

    void addTo(RoundTrip trip) {
        Insert daily = new Insert("INSERT INTO usage_daily (pool, day, builder, operation, micros, charges) VALUES", """
                ON DUPLICATE KEY UPDATE micros = micros + VALUES(micros), charges = charges + VALUES(charges)""");
        days.forEach((day, sum) -> daily.row().put(day.pool).put(day.day).put(day.builder).put(day.operation)
                .put(sum.micros).put(sum.charges));
        Insert byPeriod = new Insert("INSERT INTO usage_period (pool, period, builder, micros) VALUES",
                "ON DUPLICATE KEY UPDATE micros = micros + VALUES(micros)");
        periods.forEach((period, micros) -> byPeriod.row().put(period.pool).put(period.period).put(period.builder)
                .put(micros.longValue()));
        trip.write(daily.statements()).write(byPeriod.statements());
    }
}
