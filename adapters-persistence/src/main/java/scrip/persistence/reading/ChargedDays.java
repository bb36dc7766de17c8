package scrip.persistence.reading;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import scrip.application.reading.UseFilter;
import scrip.domain.pool.PoolId;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Sql;

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

    /** @return nothing if nobody was charged on any of the days; costs the same however many there are */
    static Optional<ChargedDays> find(Database database, PoolId pool, UseFilter which) {
        return database.first(Sql.of("""
                SELECT d.first_day, d.last_day,
                    (SELECT MIN(first_charge) FROM usage_total WHERE pool = ? AND day = d.first_day),
                    (SELECT MAX(last_charge) FROM usage_total WHERE pool = ? AND day = d.last_day)
                FROM (SELECT MIN(day) AS first_day, MAX(day) AS last_day FROM usage_total
                    WHERE pool = ? AND day >= ? AND day < ?) d
                WHERE d.first_day IS NOT NULL""", pool.value(), pool.value(), pool.value(),
                which.fromInclusive().toEpochDay(), which.toExclusive().toEpochDay()),
                cells -> new ChargedDays(LocalDate.ofEpochDay(cells.number()), LocalDate.ofEpochDay(cells.number()),
                        cells.number(), cells.number()));
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
