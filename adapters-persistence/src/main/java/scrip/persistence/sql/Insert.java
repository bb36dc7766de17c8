package scrip.persistence.sql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;

/** Writes many rows in few statements, whose values are {@link Literals}. */
public final class Insert {

    /** Rows in one statement: beyond some hundred, more of them bring no speed. */
    private static final int ROWS = 500;

    private final String head;
    private final String tail;
    private final List<Sql> full = new ArrayList<>();
    private StringBuilder text = new StringBuilder();
    private int rows;
    private boolean first;

    /** @param head up to and with VALUES */
    public Insert(String head) {
        this(head, "");
    }

    /** @param tail what follows the rows, such as ON DUPLICATE KEY UPDATE */
    public Insert(String head, String tail) {
        this.head = head;
        this.tail = tail;
    }

    /** Begins a row; its columns follow in the order of the head. */
    public Insert row() {
        if (rows == ROWS) {
            close();
        }
        text.append(rows == 0 ? head : "),").append("\n(");
        rows++;
        first = true;
        return this;
    }

    public Insert put(long number) {
        next().append(number);
        return this;
    }

    public Insert put(@Nullable Long number) {
        Literals.append(next(), number);
        return this;
    }

    public Insert put(boolean flag) {
        return put(flag ? 1L : 0L);
    }

    public Insert put(Credits credits) {
        return put(credits.micros());
    }

    public Insert put(Instant instant) {
        return put(Micros.of(instant));
    }

    public Insert put(byte[] bytes) {
        Literals.append(next(), bytes);
        return this;
    }

    /** Puts bytes that are written in hexadecimal already. */
    public Insert putHex(String bytes) {
        next().append("x'").append(bytes).append('\'');
        return this;
    }

    public Insert put(@Nullable String string) {
        Literals.append(next(), (Object) string);
        return this;
    }

    /** Puts a text, a whole number, a flag, bytes or null. */
    public Insert value(@Nullable Object value) {
        Literals.append(next(), value);
        return this;
    }

    /** @return the statements, none if there were no rows */
    public List<Sql> statements() {
        if (rows > 0) {
            close();
        }
        return List.copyOf(full);
    }

    private StringBuilder next() {
        if (!first) {
            text.append(',');
        }
        first = false;
        return text;
    }

    private void close() {
        full.add(new Sql(text.append(")\n").append(tail).toString(), List.of()));
        text = new StringBuilder();
        rows = 0;
    }
}
