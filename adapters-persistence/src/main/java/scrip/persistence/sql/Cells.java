package scrip.persistence.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;

/** The columns of one row, read one after another in the order in which they were selected. */
public final class Cells {

    private final ResultSet row;
    private int column;

    Cells(ResultSet row) {
        this.row = row;
    }

    public long number() throws SQLException {
        return row.getLong(++column);
    }

    public int integer() throws SQLException {
        return row.getInt(++column);
    }

    public @Nullable Long numberOrNull() throws SQLException {
        long number = row.getLong(++column);
        return row.wasNull() ? null : number;
    }

    public boolean flag() throws SQLException {
        return number() != 0;
    }

    public Credits credits() throws SQLException {
        return Credits.ofMicros(number());
    }

    public Instant instant() throws SQLException {
        return Micros.toInstant(number());
    }

    public @Nullable Instant instantOrNull() throws SQLException {
        Long micros = numberOrNull();
        return micros == null ? null : Micros.toInstant(micros);
    }

    public String text() throws SQLException {
        return row.getString(++column);
    }

    public @Nullable String textOrNull() throws SQLException {
        return row.getString(++column);
    }

    public byte[] bytes() throws SQLException {
        return row.getBytes(++column);
    }
}
