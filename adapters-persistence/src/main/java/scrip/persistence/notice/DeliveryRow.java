package scrip.persistence.notice;

import java.sql.SQLException;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import scrip.application.notice.Channel;
import scrip.application.notice.Delivery;
import scrip.application.notice.Delivery.Progress;
import scrip.application.notice.Delivery.Status;
import scrip.application.notice.Delivery.Target;
import scrip.application.notice.Posted;
import scrip.persistence.sql.Cells;

/** The row of a delivery, read with its notice. */
final class DeliveryRow {

    /** The columns that {@link #of} reads, of tables named n and d. */
    static final String COLUMNS = NoticeRow.COLUMNS + """
            , d.channel, d.address, d.made_at, d.since, d.attempts, d.due_at, d.tried_at, d.delivered_at, d.outcome""";

    static final String SELECT = "SELECT " + COLUMNS + """

            FROM notice_delivery d JOIN notice n ON n.pool = d.pool AND n.number = d.notice
            """;

    static final String KEY = "pool = ? AND notice = ? AND channel = ? AND address = ?";

    private DeliveryRow() {}

    static Delivery of(Cells cells) throws SQLException {
        Posted posted = NoticeRow.of(cells);
        Target target = new Target(Channel.ofKey(cells.text()), cells.text());
        Instant madeAt = cells.instant();
        Instant since = cells.instant();
        int attempts = cells.integer();
        Instant nextAt = cells.instantOrNull();
        Instant triedAt = cells.instantOrNull();
        Status status = status(cells.instantOrNull(), nextAt);
        String outcome = cells.textOrNull();
        return new Delivery(posted, target,
                new Progress(status, madeAt, since, attempts, nextAt, triedAt, outcome == null ? "" : outcome));
    }

    private static Status status(@Nullable Instant deliveredAt, @Nullable Instant nextAt) {
        if (deliveredAt != null) {
            return Status.DELIVERED;
        }
        return nextAt == null ? Status.FAILED : Status.WAITING;
    }
}
