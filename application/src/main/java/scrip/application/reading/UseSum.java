package scrip.application.reading;

import scrip.domain.credit.Credits;

/**
 * What charges come to.
 *
 * @param credits
 *            net of make-goods
 * @param charges
 *            how many charges, also those that cost nothing
 */
public record UseSum(Credits credits, long charges) {}
