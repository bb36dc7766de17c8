package scrip.persistence.pool;

import scrip.persistence.sql.Insert;
import scrip.persistence.sql.RoundTrip;

/** Posts what was gathered to the tables of totals. */
final class TotalWrites {

    private final UsageWrites usage = new UsageWrites();
    private final MovementWrites movements = new MovementWrites();
    private final Insert held = new Insert("INSERT INTO builder_held (pool, builder, micros) VALUES",
            "ON DUPLICATE KEY UPDATE micros = micros + VALUES(micros)");

    void add(long pool, Unposted unposted) {
        unposted.uses().forEach(use -> usage.add(pool, use));
        unposted.moves().forEach(move -> movements.add(pool, move));
        unposted.held().forEach((builder, micros) -> held.row().put(pool).put(builder).put(micros.longValue()));
    }

    void addTo(RoundTrip trip) {
        usage.addTo(trip);
        movements.addTo(trip);
        trip.write(held.statements());
    }
}
