package scrip.domain.license;

import java.time.Instant;

import scrip.domain.credit.Credits;

/**
 * A running period of monthly credits, half-open.
 *
 * @param number
 *            counts the periods of the pool from 1, whatever granted them, so that credits know which they belong to
 * @param startInclusive
 *            when it started by its cycle, which may be before it was entered
 * @param endExclusive
 *            when it renews
 * @param granted
 *            its high-water mark (rule 5)
 * @param licensed
 *            whether a license grants it, not the free plan
 * @param cycle
 *            what anchors it and its renewals
 */
public record Period(long number, Instant startInclusive, Instant endExclusive, Credits granted, boolean licensed,
        BillingCycle cycle) {

    public Period withGranted(Credits more) {
        return new Period(number, startInclusive, endExclusive, more, licensed, cycle);
    }
}
