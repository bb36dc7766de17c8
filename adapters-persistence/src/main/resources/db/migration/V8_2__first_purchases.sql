-- A pool's redemptions of codes for a first purchase, of which it can have one, by promo_redemption_by_pool.
ALTER TABLE promo_redemption ADD KEY promo_redemption_by_pool (pool, state);
