package scrip.domain.pricing;

import java.util.Locale;

/**
 * An amount of money in one currency, kept as a whole number of the currency's minor unit (cents).
 *
 * @param minorUnits the amount in minor units, never negative
 * @param currency   the ISO 4217 code in lower case, as the payment gateway writes it
 */
public record Money(long minorUnits, String currency) implements Comparable<Money> {

    /**
     * Checks the amount and brings the currency's code to lower case.
     *
     * @throws IllegalArgumentException if the amount is negative or the code has not three letters
     */
    public Money {
        currency = currency.toLowerCase(Locale.ROOT);
        if (minorUnits < 0) {
            throw new IllegalArgumentException("Money is never negative: " + minorUnits);
        }
        if (!currency.matches("[a-z]{3}")) {
            throw new IllegalArgumentException("Not the code of a currency: " + currency);
        }
    }

    /** An amount in minor units of the currency. */
    public static Money of(long minorUnits, String currency) {
        return new Money(minorUnits, currency);
    }

    /** Nothing, in that currency. */
    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    /**
     * The sum of two amounts.
     *
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException      if the sum does not fit a long
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, sameCurrency(other)), currency);
    }

    /**
     * What is left of this amount after another is taken from it.
     *
     * @throws IllegalArgumentException if the currencies differ or the other amount is the larger
     */
    public Money minus(Money other) {
        return new Money(minorUnits - sameCurrency(other), currency);
    }

    /**
     * This amount so many times over.
     *
     * @throws IllegalArgumentException if the factor is negative
     * @throws ArithmeticException      if the product does not fit a long
     */
    public Money times(long factor) {
        return new Money(Math.multiplyExact(minorUnits, factor), currency);
    }

    /** Whether this is nothing at all. */
    public boolean isZero() {
        return minorUnits == 0;
    }

    /**
     * Orders two amounts of one currency.
     *
     * @throws IllegalArgumentException if the currencies differ
     */
    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, sameCurrency(other));
    }

    private long sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot mix " + currency + " and " + other.currency);
        }
        return other.minorUnits;
    }
}
