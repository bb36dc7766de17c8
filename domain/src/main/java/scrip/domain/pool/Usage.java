package scrip.domain.pool;

import java.time.Instant;

import scrip.domain.credit.Credits;

/**
 * A part of the figures of use, which are net of make-goods.
 *
 * @param at
 *            when the charge was made, also for what is given back of it
 * @param period
 *            number of the period that ran then
 * @param charge
 *            number of the charge
 * @param spent
 *            credits charged
 * @param madeGood
 *            credits given back
 * @param charges
 *            1 for a charge, 0 for a make-good
 */
public record Usage(Instant at, long period, long charge, Work work, Credits spent, Credits madeGood, int charges) {}
