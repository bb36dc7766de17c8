package scrip.domain.license;

import java.time.Instant;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;

/**
 * What a customer purchased.
 *
 * @param plan
 *            the plan's name as the customer knows it
 * @param builders
 *            licensed seats, 0 or more
 * @param creditsPerBuilder
 *            credits a seat brings each month
 * @param interval
 *            how often it is paid for
 * @param startsAt
 *            when it begins, which anchors its periods
 * @param endsAt
 *            when it is over (exclusive), or null for one that runs until it is ended
 * @param zone
 *            the time zone its renewals keep
 */
public record License(String plan, int builders, Credits creditsPerBuilder, BillingInterval interval, Instant startsAt,
        @Nullable Instant endsAt, ZoneId zone) {

    public License {
        if (builders < 0) {
            throw new IllegalArgumentException("builders below zero: " + builders);
        }
        if (endsAt != null && !endsAt.isAfter(startsAt)) {
            throw new IllegalArgumentException("a license ends after it starts");
        }
    }

    /** Rule 1: what a period grants. */
    public Credits monthlyCredits() {
        return creditsPerBuilder.times(builders);
    }

    public BillingCycle cycle() {
        return new BillingCycle(startsAt, zone);
    }

    /** @return whether the license has started and not ended at the instant; its end is exclusive (rule 6) */
    public boolean isInForceAt(Instant instant) {
        return !startsAt.isAfter(instant) && !isOverAt(instant);
    }

    public boolean isOverAt(Instant instant) {
        return endsAt != null && !endsAt.isAfter(instant);
    }

    /** @return this license, over at the instant at the latest; one that had not begun by then is none at all */
    License endingBy(Instant instant) {
        return isOverAt(instant) ? this
                : new License(plan, builders, creditsPerBuilder, interval, startsAt, instant, zone);
    }
}
