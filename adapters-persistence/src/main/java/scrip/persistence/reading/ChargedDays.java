package scrip.persistence.reading;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import scrip.application.reading.UseFilter;
import scrip.domain.pool.PoolId;
import scrip.persistence.pool.Unposted;
import scrip.persistence.pool.Unposted.Use;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;
import scrip.persistence.sql.Transaction;

/**
 * Between which days and numbers the charges of some days really lie.
 *
 * @param first
 *            day of the first of them
 * @param last
 *            day of the last of them
 * @param firstCharge
 *            its number
 * @param lastCharge
 *            its number
 */
record ChargedDays(LocalDate first, LocalDate last, long firstCharge, long lastCharge) {

    /** @return nothing if nobody was charged on any of the days by then; costs the same however many there are */
    static Optional<ChargedDays> find(Transaction moment, PoolId pool, UseFilter which) {
        List<ChargedDays> days = new ArrayList<>();
        RoundTrip trip = new RoundTrip();
        Unposted unposted = Unposted.readIn(trip, pool);
        trip.read(Sql.of("""
                SELECT d.first_day, d.last_day,
                    (SELECT MIN(first_charge) FROM usage_total WHERE pool = ? AND day = d.first_day),
                    (SELECT MAX(last_charge) FROM usage_total WHERE pool = ? AND day = d.last_day)
                FROM (SELECT MIN(day) AS first_day, MAX(day) AS last_day FROM usage_total
                    WHERE pool = ? AND day >= ? AND day < ?) d
                WHERE d.first_day IS NOT NULL""", pool.value(), pool.value(), pool.value(),
                which.fromInclusive().toEpochDay(), which.toExclusive().toEpochDay()),
                cells -> days.add(new ChargedDays(LocalDate.ofEpochDay(cells.number()),
                        LocalDate.ofEpochDay(cells.number()), cells.number(), cells.number())));
        moment.run(trip);
        unposted.uses(which).forEach(use -> days.add(of(use)));
        return days.stream().reduce(ChargedDays::with);
    }

    private static ChargedDays of(Use use) {
        LocalDate day = LocalDate.ofEpochDay(use.day());
        return new ChargedDays(day, day, use.first(), use.last());
    }

    private ChargedDays with(ChargedDays more) {
        return new ChargedDays(first.isBefore(more.first) ? first : more.first,
                last.isAfter(more.last) ? last : more.last, Math.min(firstCharge, more.firstCharge),
                Math.max(lastCharge, more.lastCharge));
    }

    /** @return the months that they lie in, since the year 0 */
    List<Long> months() {
        return LongStream.rangeClosed(first.getLong(ChronoField.PROLEPTIC_MONTH),
                last.getLong(ChronoField.PROLEPTIC_MONTH)).boxed().toList();
    }

    /** @return the months and days that they are made of */
    UsePieces pieces() {
        return UsePieces.of(first, last.plusDays(1));
    }
}
