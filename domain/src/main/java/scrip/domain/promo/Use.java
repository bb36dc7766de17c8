package scrip.domain.promo;

/**
 * How often a promo code is redeemed, those included that wait for their payment.
 *
 * @param redemptions
 *            in all
 * @param here
 *            by the pool in question
 */
public record Use(long redemptions, long here) {}
