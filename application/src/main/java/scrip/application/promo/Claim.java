package scrip.application.promo;

import scrip.domain.pool.PoolId;

/**
 * The redemption of a promo code by a purchase: there is at most one.
 *
 * @param code
 *            as {@link scrip.domain.promo.PromoCode#normalized} gives it
 * @param purchase
 *            its id; the purchase may not be there yet
 */
public record Claim(String code, String purchase, PoolId pool) {}
