package scrip.persistence.reading;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import scrip.application.reading.UseFilter;
import scrip.application.reading.UseKey;
import scrip.application.reading.UseSum;
import scrip.domain.credit.Credits;
import scrip.domain.pool.PoolId;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Sql;

/** Adds use up where it lies: what comes over the wire is what is shown, however many builders and charges there were. */
final class UseSums {

    private static final String SUMS = "SUM(micros), SUM(charges)";

    private final Database database;

    UseSums(Database database) {
        this.database = database;
    }

    UseSum all(PoolId pool, UseFilter which) {
        return database.first(sql(SUMS, pool, which, ""), UseSums::sum).orElseThrow();
    }

    SortedMap<String, UseSum> by(UseKey key, PoolId pool, UseFilter which) {
        String column = switch (key) {
            case DAY -> "day";
            case BUILDER -> "builder";
            case OPERATION -> "operation";
        };
        SortedMap<String, UseSum> sums = new TreeMap<>();
        database.read(sql(column + ", " + SUMS, pool, which, " GROUP BY " + column), cells -> sums.put(
                key == UseKey.DAY ? LocalDate.ofEpochDay(cells.number()).toString() : cells.text(), sum(cells)));
        return sums;
    }

    Map<LocalDate, Map<String, Credits>> ofDays(PoolId pool, UseFilter which) {
        Map<LocalDate, Map<String, Credits>> days = new HashMap<>();
        database.read(sql("day, operation, SUM(micros)", pool, which, " GROUP BY day, operation"),
                cells -> days.computeIfAbsent(LocalDate.ofEpochDay(cells.number()), _ -> new HashMap<>())
                        .put(cells.text(), cells.credits()));
        return days;
    }

    /** One builder's use is found by an index of its own, so that it does not cost what all builders' does. */
    private static Sql sql(String columns, PoolId pool, UseFilter which, String groups) {
        List<@Nullable Object> values = new ArrayList<>(List.of(pool.value(), which.fromInclusive().toEpochDay(),
                which.toExclusive().toEpochDay()));
        StringBuilder text = new StringBuilder("SELECT ").append(columns).append(" FROM usage_daily FORCE INDEX (")
                .append(which.builder() == null ? "PRIMARY" : "usage_daily_of_builder")
                .append(") WHERE pool = ? AND day >= ? AND day < ?");
        narrow(text, values, "builder", which.builder());
        narrow(text, values, "operation", which.operation());
        return new Sql(text.append(groups).toString(), values);
    }

    private static void narrow(StringBuilder text, List<@Nullable Object> values, String column,
            @Nullable String value) {
        if (value != null) {
            text.append(" AND ").append(column).append(" = ?");
            values.add(value);
        }
    }

    /** A sum over no rows is null, which reads as 0. */
    private static UseSum sum(Cells cells) throws SQLException {
        return new UseSum(cells.credits(), cells.number());
    }
}
