package scrip.domain.pricing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import scrip.domain.credit.Credits;

/**
 * What add-on credits cost (rule 8).
 *
 * @param perHundred
 *            price of a hundred credits below the first tier
 * @param minimumCredits
 *            fewest credits a purchase can have, a multiple of 100
 * @param maximumCredits
 *            most credits a purchase can have, a multiple of 100
 * @param tiers
 *            lower or higher prices from a number of credits on
 */
public record PriceList(Money perHundred, long minimumCredits, long maximumCredits, List<Tier> tiers) {

    /** Credits are sold in packs of this many. */
    public static final long PACK = 100;

    /**
     * @param fromCredits
     *            the number of credits from which the price holds for the whole purchase
     */
    public record Tier(long fromCredits, Money perHundred) {}

    /** Why a number of credits cannot be bought. */
    public enum Refusal {
        NOT_A_MULTIPLE_OF_100, TOO_FEW, TOO_MANY
    }

    public PriceList {
        tiers = tiers.stream().sorted(Comparator.comparingLong(Tier::fromCredits)).toList();
        if (minimumCredits < PACK || minimumCredits % PACK != 0 || maximumCredits % PACK != 0
                || maximumCredits < minimumCredits) {
            throw new IllegalArgumentException("credits are sold in multiples of 100, from fewest to most");
        }
    }

    /** @return why the number of credits is refused, or nothing if it can be bought */
    public Optional<Refusal> refusalOf(long credits) {
        if (credits % PACK != 0) {
            return Optional.of(Refusal.NOT_A_MULTIPLE_OF_100);
        }
        if (credits < minimumCredits) {
            return Optional.of(Refusal.TOO_FEW);
        }
        return credits > maximumCredits ? Optional.of(Refusal.TOO_MANY) : Optional.empty();
    }

    /**
     * @param credits
     *            a number that is not refused
     * @return the price before any discount
     */
    public Money priceOf(long credits) {
        Money price = perHundred;
        for (Tier tier : tiers) {
            price = tier.fromCredits <= credits ? tier.perHundred : price;
        }
        return price.times(credits / PACK);
    }

    /** @return the price of a number of credits, which must be one that can be bought */
    public Money priceOf(Credits credits) {
        return priceOf(credits.micros() / Credits.MICROS_PER_CREDIT);
    }
}
