package scrip.domain.promo;

/**
 * How often a promo code is redeemed, those included that wait for their payment.
 *
 * @param redemptions
 *            in all
 * @param here
 *            by the pool in question
 * @param otherFirsts
 *            how often that pool has redeemed other codes that are for a first purchase only
 */
public record Use(long redemptions, long here, long otherFirsts) {

    public static final Use NONE = new Use(0, 0, 0);
}
