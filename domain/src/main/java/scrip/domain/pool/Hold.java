package scrip.domain.pool;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;

/**
 * Credits set aside for an operation that is still running (rule 13).
 *
 * @param number
 *            unique in its pool
 * @param credits
 *            how many were set aside; zero on an own key
 * @param ceiling
 *            the most that settling may charge (rule 15), or null
 * @param slices
 *            where the credits came from
 * @param expiresAt
 *            when it lapses unless it is settled, released or extended before
 */
public record Hold(long number, Status status, Work work, Credits credits, @Nullable Credits ceiling, Slices slices,
        Instant createdAt, Instant expiresAt) {

    /** The life of a hold; only a lapsed one may still change, by a late settlement (rule 16). */
    public enum Status {
        HELD, SETTLED, RELEASED, LAPSED
    }

    public boolean isOpen() {
        return status == Status.HELD;
    }

    /** @return this hold at an instant: lapsed if it is still open and due by then */
    public Hold at(Instant now) {
        return isOpen() && !expiresAt.isAfter(now) ? ended(Status.LAPSED) : this;
    }

    Hold ended(Status as) {
        return new Hold(number, as, work, credits, ceiling, slices, createdAt, expiresAt);
    }

    Hold expiringAt(Instant later) {
        return new Hold(number, status, work, credits, ceiling, slices, createdAt, later);
    }
}
