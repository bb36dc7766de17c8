package scrip.persistence.notice;

import java.sql.SQLException;
import java.time.Instant;

import scrip.application.notice.Posted;
import scrip.domain.notice.Notice;
import scrip.domain.pool.PoolId;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Insert;

/** The row of a notice. */
public record NoticeRow(Posted posted) {

    /** Up to VALUES; {@link #insert} puts the row. */
    public static final String INSERT = """
            INSERT INTO notice (pool, number, type, happened_at, written_at, matter, due_at)
            VALUES""";

    static final String COLUMNS = "n.pool, n.number, n.type, n.happened_at, n.written_at, n.matter";

    public static NoticeRow of(PoolId pool, Notice notice, Instant writtenAt) {
        return new NoticeRow(new Posted(pool, notice, writtenAt));
    }

    /** It waits for its deliveries from when it is written. */
    public void insert(Insert rows) {
        Notice notice = posted.notice();
        rows.row().put(posted.pool().value()).put(notice.number()).put(notice.matter().key()).put(notice.at())
                .put(posted.writtenAt()).put(MatterText.of(notice.matter())).put(posted.writtenAt());
    }

    static Posted of(Cells cells) throws SQLException {
        PoolId pool = new PoolId(cells.number());
        long number = cells.number();
        String type = cells.text();
        Instant at = cells.instant();
        Instant writtenAt = cells.instant();
        return new Posted(pool, new Notice(number, at, MatterText.parse(type, cells.text())), writtenAt);
    }
}
