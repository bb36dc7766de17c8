package scrip.persistence.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A statement and the values bound to it. Whatever comes from outside is bound; only numbers and bytes may stand in the
 * text itself.
 *
 * @param text   with a ? for each value
 * @param values texts, numbers, bytes or null
 */
public record Sql(String text, List<@Nullable Object> values) {

    public Sql {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    public static Sql of(String text, @Nullable Object... values) {
        return new Sql(text, Arrays.asList(values));
    }

    /** @return numbers for an IN, such as {@code (1,2,3)} */
    public static String in(Collection<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
    }

    /** @return so many places for an IN, such as {@code (?,?,?)} */
    public static String places(int count) {
        return "(" + String.join(",", Collections.nCopies(count, "?")) + ")";
    }

    /**
     * Names rows of several pools, all of them by the primary key.
     *
     * @param pool    the column of the pool
     * @param number  the column of the number
     * @param numbers by pool, none of them empty
     */
    public static String rows(String pool, String number, Map<Long, ? extends Collection<Long>> numbers) {
        return numbers.entrySet().stream()
                .map(of -> "(" + pool + " = " + of.getKey() + " AND " + number + " IN " + in(of.getValue()) + ")")
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    /** @return bytes as a literal */
    public static String literal(byte[] bytes) {
        return "x'" + HexFormat.of().formatHex(bytes) + "'";
    }

    /**
     * Binds the values.
     *
     * @param place number of the last place that is bound
     * @return the same, afterwards
     */
    int bind(PreparedStatement statement, int place) throws SQLException {
        int last = place;
        for (Object value : values) {
            statement.setObject(++last, value);
        }
        return last;
    }

    /** @return about how many characters it takes on the wire */
    int size() {
        int size = text.length();
        for (Object value : values) {
            size += value instanceof String string ? string.length() : Long.BYTES;
        }
        return size;
    }
}
