package scrip.domain.license;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The months that credits renew in: the n-th renewal is the anchor plus n months in local time, counted from the anchor
 * each time (rule 2).
 *
 * @param anchor
 *            the instant the first period starts
 * @param zone
 *            whose local date and time every renewal keeps; a local time that a day skips moves on by the gap, one that
 *            it has twice is the first of them
 */
public record BillingCycle(Instant anchor, ZoneId zone) {

    /** The half-open stretch of time of the n-th period. */
    public record Month(Instant startInclusive, Instant endExclusive) {}

    /**
     * @param n
     *            0 or more; 0 is the anchor itself
     */
    public Instant renewal(long n) {
        return n == 0 ? anchor : localAnchor().plusMonths(n).atZone(zone).toInstant();
    }

    /**
     * @param instant
     *            at or after the anchor
     * @return the period that contains the instant
     * @throws IllegalArgumentException
     *             if the instant lies before the anchor
     */
    public Month monthAt(Instant instant) {
        if (instant.isBefore(anchor)) {
            throw new IllegalArgumentException(instant + " is before the first period, " + anchor);
        }
        long n = ChronoUnit.MONTHS.between(localAnchor(), LocalDateTime.ofInstant(instant, zone));
        // A clamped day or a skipped hour puts the estimate off by one at most, either way.
        while (n > 0 && renewal(n).isAfter(instant)) {
            n--;
        }
        while (!renewal(n + 1).isAfter(instant)) {
            n++;
        }
        return new Month(renewal(n), renewal(n + 1));
    }

    private LocalDateTime localAnchor() {
        return LocalDateTime.ofInstant(anchor, zone);
    }
}
