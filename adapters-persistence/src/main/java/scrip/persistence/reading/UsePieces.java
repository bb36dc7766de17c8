package scrip.persistence.reading;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What some days are made of: whole months, more days, less days. A month of which most is asked for is taken whole, less
 * the rest, so that never more than some 30 days are added up one by one.
 *
 * @param months
 *            since the year 0
 * @param more
 *            days that belong to it and to none of the months, since the epoch
 * @param less
 *            days of the months that do not belong to it, since the epoch
 */
record UsePieces(List<Long> months, List<Long> more, List<Long> less) {

    static UsePieces of(LocalDate fromInclusive, LocalDate toExclusive) {
        UsePieces pieces = new UsePieces(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (LocalDate month = fromInclusive.withDayOfMonth(1); month.isBefore(toExclusive); month = month
                .plusMonths(1)) {
            pieces.add(month, later(month, fromInclusive), earlier(month.plusMonths(1), toExclusive));
        }
        return pieces;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private void add(LocalDate month, LocalDate from, LocalDate to) {
        if (2 * days(from, to).count() > month.lengthOfMonth()) {
            months.add(month.getLong(ChronoField.PROLEPTIC_MONTH));
            days(month, from).forEach(less::add);
            days(to, month.plusMonths(1)).forEach(less::add);
        } else {
            days(from, to).forEach(more::add);
        }
    }

    private static LongStream days(LocalDate fromInclusive, LocalDate toExclusive) {
        return LongStream.range(fromInclusive.toEpochDay(), toExclusive.toEpochDay());
    }
}
