package scrip.persistence.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A statement and its values. A query of its own binds them; a {@link RoundTrip} writes them as {@link Literals}.
 *
 * @param text   with a ? for each value and nowhere else, unless there are no values
 * @param values texts, numbers, flags, bytes or null
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

    /** Writes the statement with its values as literals. */
    void appendTo(StringBuilder all) {
        int from = 0;
        for (Object value : values) {
            int place = text.indexOf('?', from);
            Literals.append(all.append(text, from, place), value);
            from = place + 1;
        }
        all.append(text, from, text.length());
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
