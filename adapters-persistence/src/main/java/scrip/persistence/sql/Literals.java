package scrip.persistence.sql;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * Values as they stand in a statement's text: for the driver, tens of thousands of bound values in a batch cost several
 * times what the database does with them.
 *
 * <p>Nothing is ever escaped, so nothing can be escaped wrongly: a text stands between quotes only if it is printable
 * ASCII without a quote and a backslash, and in hexadecimal otherwise.
 */
public final class Literals {

    private static final HexFormat HEX = HexFormat.of();

    private Literals() {}

    /**
     * Appends one value.
     *
     * @throws IllegalArgumentException if it is neither a text, a whole number, a flag, bytes nor null
     */
    static void append(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case null -> text.append("NULL");
            case String string -> append(text, string);
            case Long number -> text.append(number.longValue());
            case Integer number -> text.append(number.intValue());
            case Boolean flag -> text.append(flag ? '1' : '0');
            case byte[] bytes -> append(text, bytes);
            default -> throw new IllegalArgumentException("no value of a statement: " + value.getClass());
        }
    }

    /** Appends a text, of whatever characters. */
    public static void append(StringBuilder text, String string) {
        if (isPlain(string)) {
            text.append('\'').append(string).append('\'');
        } else {
            append(text.append("_utf8mb4 "), string.getBytes(StandardCharsets.UTF_8));
        }
    }

    public static void append(StringBuilder text, byte[] bytes) {
        text.append("x'");
        HEX.formatHex(text, bytes);
        text.append('\'');
    }

    private static boolean isPlain(String string) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c < ' ' || c > '~' || c == '\'' || c == '\\') {
                return false;
            }
        }
        return true;
    }
}
