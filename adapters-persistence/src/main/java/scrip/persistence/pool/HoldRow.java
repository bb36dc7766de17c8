package scrip.persistence.pool;

import java.sql.SQLException;
import java.util.Arrays;

import scrip.domain.credit.Credits;
import scrip.domain.pool.Hold;
import scrip.domain.pool.Work;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Insert;
import scrip.persistence.sql.Sql;

/** A hold as a row. */
public record HoldRow(long pool, Hold hold) {

    /** The columns that {@link #of(Cells)} reads, of a table named h. */
    public static final String COLUMNS = """
            h.pool, h.number, h.status, h.operation, h.builder, h.own_key, h.reference, h.micros, h.ceiling, h.slices,
            h.created_at, h.expires_at""";

    static final String INSERT = """
            INSERT INTO hold (pool, number, status, operation, builder, own_key, reference, micros, ceiling, slices,
                created_at, expires_at)
            VALUES""";

    public static HoldRow of(Cells cells) throws SQLException {
        long pool = cells.number();
        long number = cells.number();
        Hold.Status status = status(cells.integer());
        Work work = new Work(cells.text(), cells.text(), cells.flag(), cells.textOrNull());
        Credits credits = cells.credits();
        Long ceiling = cells.numberOrNull();
        return new HoldRow(pool, new Hold(number, status, work, credits,
                ceiling == null ? null : Credits.ofMicros(ceiling), SlicesText.parse(cells.text()), cells.instant(),
                cells.instant()));
    }

    void insert(Insert rows) {
        Work work = hold.work();
        Credits ceiling = hold.ceiling();
        rows.row().put(pool).put(hold.number()).put(code(hold.status())).put(work.operation()).put(work.builder())
                .put(work.ownKey()).put(work.reference()).put(hold.credits())
                .put(ceiling == null ? null : (Long) ceiling.micros()).put(SlicesText.of(hold.slices()))
                .put(hold.createdAt()).put(hold.expiresAt());
    }

    /** What an open hold, named h, of a pool, named p, has to be to be due by the instant that is bound to it. */
    public static final String DUE = "h.expires_at > p.as_of AND h.expires_at <= ? AND h.status = 1";

    /** @return the codes of the states for an IN */
    public static String codes(Hold.Status... states) {
        return Sql.in(Arrays.stream(states).map(state -> (long) code(state)).toList());
    }

    static int code(Hold.Status status) {
        return switch (status) {
            case HELD -> 1;
            case SETTLED -> 2;
            case RELEASED -> 3;
            case LAPSED -> 4;
        };
    }

    private static Hold.Status status(int code) {
        return switch (code) {
            case 1 -> Hold.Status.HELD;
            case 2 -> Hold.Status.SETTLED;
            case 3 -> Hold.Status.RELEASED;
            case 4 -> Hold.Status.LAPSED;
            default -> throw new IllegalStateException("no status of a hold: " + code);
        };
    }
}
