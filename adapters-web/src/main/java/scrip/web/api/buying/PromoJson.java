package scrip.web.api.buying;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import scrip.application.promo.PromoStore;
import scrip.application.promo.Redemption;
import scrip.domain.promo.Benefit;
import scrip.domain.promo.Conditions;
import scrip.domain.promo.PromoCode;

/**
 * A promo code as it goes out.
 *
 * @param redemptions
 *            how often it is redeemed, by checkouts that are open too
 */
record PromoJson(String code, @Nullable Integer percentOff, @Nullable MoneyJson amountOff,
        @Nullable BigDecimal bonusCredits, @Nullable Instant startsAt, @Nullable Instant endsAt,
        @Nullable Long maxRedemptions, @Nullable Long maxPerPool, BigDecimal minimumCredits,
        boolean firstPurchaseOnly, String status, long redemptions, Instant createdAt, @Nullable Instant retiredAt) {

    /** All codes, newest first. */
    record All(List<PromoJson> promoCodes) {}

    /** A code with its newest redemptions, those given back too. */
    record Detailed(@JsonUnwrapped PromoJson promo, List<UseJson> uses) {}

    /**
     * @param workspace
     *            its slug, null if it is gone
     * @param status
     *            {@code taken}, {@code kept} or {@code returned}
     */
    record UseJson(String purchase, @Nullable String workspace, String status, Instant takenAt) {

        static UseJson of(Redemption redemption, @Nullable String workspace) {
            return new UseJson(redemption.claim().purchase(), workspace, redemption.state().key(),
                    redemption.takenAt());
        }
    }

    static PromoJson of(PromoStore.Counted counted, Instant now) {
        PromoCode promo = counted.code();
        Conditions on = promo.conditions();
        Benefit gives = promo.gives();
        return new PromoJson(promo.code(), gives instanceof Benefit.PercentOff off ? off.percent() : null,
                gives instanceof Benefit.AmountOff off ? MoneyJson.of(off.amount()) : null,
                gives instanceof Benefit.BonusCredits bonus ? bonus.credits().toDecimal() : null, on.startsAt(),
                on.endsAt(), on.maxRedemptions(), on.maxPerPool(), on.minimumCredits().toDecimal(),
                on.firstPurchaseOnly(), promo.status(counted.redemptions(), now).key(), counted.redemptions(),
                promo.createdAt(), promo.retiredAt());
    }
}
