package scrip.domain.promo;

import scrip.domain.credit.Credits;
import scrip.domain.pricing.Money;

/**
 * A purchase that wants to redeem a promo code.
 *
 * @param price
 *            before any discount
 * @param first
 *            whether its pool has bought nothing so far
 */
public record Wish(Credits credits, Money price, boolean first) {}
