package scrip.domain.promo;

import java.math.BigDecimal;
import java.math.RoundingMode;

import scrip.domain.credit.Credits;
import scrip.domain.pricing.Money;

/** What a promo code gives. */
public sealed interface Benefit {

    /**
     * A part of the price.
     *
     * @param percent
     *            1 to 100
     */
    record PercentOff(int percent) implements Benefit {

        public PercentOff {
            if (percent < 1 || percent > HUNDRED) {
                throw new IllegalArgumentException("not a part of a price: " + percent + " %");
            }
        }

        /** Rounded half up to the currency's minor unit. */
        @Override
        public Money discountOn(Money price) {
            BigDecimal exact = BigDecimal.valueOf(price.minorUnits()).multiply(BigDecimal.valueOf(percent));
            return Money.of(exact.divide(BigDecimal.valueOf(HUNDRED), 0, RoundingMode.HALF_UP).longValueExact(),
                    price.currency());
        }
    }

    /**
     * A sum of money, or the whole price if that is less.
     *
     * @param amount
     *            above zero
     */
    record AmountOff(Money amount) implements Benefit {

        public AmountOff {
            if (amount.isZero()) {
                throw new IllegalArgumentException("a promo code gives something");
            }
        }

        @Override
        public Money discountOn(Money price) {
            return price.compareTo(amount) < 0 ? price : amount;
        }
    }

    /**
     * Promotional credits on top, which end with the purchase's year.
     *
     * @param credits
     *            above zero
     */
    record BonusCredits(Credits credits) implements Benefit {

        public BonusCredits {
            if (credits.isZero()) {
                throw new IllegalArgumentException("a promo code gives something");
            }
        }

        @Override
        public Money discountOn(Money price) {
            return Money.zero(price.currency());
        }

        @Override
        public Credits bonus() {
            return credits;
        }
    }

    /** All of something, in percent. */
    int HUNDRED = 100;

    /**
     * @return what the price is lowered by, at most the price
     * @throws IllegalArgumentException
     *             if it is an amount of another currency
     */
    Money discountOn(Money price);

    /** @return promotional credits that come with the purchase, often zero */
    default Credits bonus() {
        return Credits.ZERO;
    }
}
