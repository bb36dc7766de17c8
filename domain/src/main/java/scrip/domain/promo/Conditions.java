package scrip.domain.promo;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;

/**
 * When and to whom a promo code gives.
 *
 * @param startsAt
 *            its first instant, null for always
 * @param endsAt
 *            its end, exclusive, null for never
 * @param maxRedemptions
 *            how often it can be redeemed in all, 1 or more, null without a limit
 * @param maxPerPool
 *            how often a pool can redeem it, 1 or more, null without a limit
 * @param minimumCredits
 *            fewest credits of a purchase, 0 for any
 * @param firstPurchaseOnly
 *            whether only a pool that has bought nothing can redeem it, once, and no other such code beside it
 */
public record Conditions(@Nullable Instant startsAt, @Nullable Instant endsAt, @Nullable Long maxRedemptions,
        @Nullable Long maxPerPool, Credits minimumCredits, boolean firstPurchaseOnly) {

    /** No conditions at all. */
    public static final Conditions NONE = new Conditions(null, null, null, null, Credits.ZERO, false);

    public Conditions {
        if (startsAt != null && endsAt != null && !endsAt.isAfter(startsAt)) {
            throw new IllegalArgumentException("a promo code ends after it starts");
        }
        if (isBelowOne(maxRedemptions) || isBelowOne(maxPerPool)) {
            throw new IllegalArgumentException("a promo code can be redeemed at least once");
        }
    }

    private static boolean isBelowOne(@Nullable Long most) {
        return most != null && most < 1;
    }

    boolean hasStarted(Instant now) {
        return startsAt == null || !now.isBefore(startsAt);
    }

    boolean hasEnded(Instant now) {
        return endsAt != null && !now.isBefore(endsAt);
    }

    boolean isUsedUp(long redemptions) {
        return maxRedemptions != null && redemptions >= maxRedemptions;
    }

    boolean isUsedUpHere(long redemptionsHere) {
        return (maxPerPool != null && redemptionsHere >= maxPerPool) || (firstPurchaseOnly && redemptionsHere > 0);
    }
}
