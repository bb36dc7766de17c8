package scrip.domain.purchase;

import scrip.domain.credit.Credits;

/**
 * The unused part of a purchase, which the operator can pay back (rule 28).
 *
 * @param credits
 *            whole credits that nobody has used or set aside, above zero
 * @param amount
 *            what they cost, in minor units rounded down, above zero
 */
public record Refundable(Credits credits, long amount) {}
