package scrip.persistence.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import scrip.application.reading.UseFilter;
import scrip.domain.pool.PoolId;
import scrip.persistence.sql.Sql;
import scrip.persistence.sql.Transaction;

/**
 * Totals that together are the use that is asked for.
 *
 * @param rows
 *            the table and the times in it
 * @param time
 *            its column of times
 * @param sign
 *            -1 for what is to be taken off again
 */
record UsePart(String rows, String time, int sign) {

    /** @return the parts that all builders' use is made of; costs a row for each day and operation */
    static List<UsePart> ofAll(UseFilter which) {
        return List.of(new UsePart("usage_total WHERE pool = ? AND day >= " + which.fromInclusive().toEpochDay()
                + " AND day < " + which.toExclusive().toEpochDay(), "day", 1));
    }

    /**
     * The parts that one builder's use is made of, or each builder's. The times stand there one by one, so that of each
     * only the rows of that builder are looked at.
     */
    static List<UsePart> ofBuilders(Transaction moment, PoolId pool, UseFilter which) {
        List<UsePart> parts = new ArrayList<>();
        ChargedDays.find(moment, pool, which).map(ChargedDays::pieces).ifPresent(pieces -> {
            add(parts, "usage_monthly", "month", pieces.months(), 1);
            add(parts, "usage_daily", "day", pieces.more(), 1);
            add(parts, "usage_daily", "day", pieces.less(), -1);
        });
        return parts;
    }

    /** @return the parts that one builder's use is made of where days are told apart */
    static List<UsePart> ofBuildersDays(Transaction moment, PoolId pool, UseFilter which) {
        List<UsePart> parts = new ArrayList<>();
        ChargedDays.find(moment, pool, which).ifPresent(days -> add(parts, "usage_daily", "day", LongStream
                .rangeClosed(days.first().toEpochDay(), days.last().toEpochDay()).boxed().toList(), 1));
        return parts;
    }

    private static void add(List<UsePart> parts, String table, String column, Collection<Long> times, int sign) {
        if (!times.isEmpty()) {
            parts.add(new UsePart(table + " WHERE pool = ? AND " + column + " IN " + Sql.in(times), column, sign));
        }
    }

    /**
     * Of builders there may be many: their sums come time by time, in the order in which the rows lie, so that the server
     * makes no table of them on the way.
     *
     * @param columns
     *            what the sums are told apart by, or a constant
     * @return a query for these and the sums of credits and charges; some may come several times
     */
    Sql sums(String columns, PoolId pool, UseFilter which) {
        List<@Nullable Object> values = new ArrayList<>(List.of(pool.value()));
        StringBuilder text = new StringBuilder("SELECT ").append(columns)
                .append(", COALESCE(SUM(micros), 0), COALESCE(SUM(charges), 0) FROM ").append(rows);
        narrow(text, values, "builder", which.builder());
        narrow(text, values, "operation", which.operation());
        return new Sql(text.append(" GROUP BY ")
                .append(columns.equals("builder") ? time + ", builder" : columns).toString(), values);
    }

    private static void narrow(StringBuilder text, List<@Nullable Object> values, String column,
            @Nullable String value) {
        if (value != null) {
            text.append(" AND ").append(column).append(" = ?");
            values.add(value);
        }
    }
}
