package scrip.domain.credit;

import java.math.BigDecimal;

/**
 * A non-negative amount of credits, kept exactly as whole micro-credits (1 credit = 1,000,000).
 *
 * @param micros
 *            the amount in micro-credits, 0 or more
 */
public record Credits(long micros) implements Comparable<Credits> {

    /** Micro-credits in a credit. */
    public static final long MICROS_PER_CREDIT = 1_000_000;

    /** Decimal places that a credit amount can have. */
    public static final int DECIMALS = 6;

    public static final Credits ZERO = new Credits(0);

    /** The largest amount there can be. */
    public static final Credits MOST = new Credits(Long.MAX_VALUE);

    public Credits {
        if (micros < 0) {
            throw new IllegalArgumentException("credits below zero: " + micros);
        }
    }

    /**
     * @param credits
     *            whole credits, 0 or more
     * @throws ArithmeticException
     *             if the amount does not fit
     */
    public static Credits of(long credits) {
        return new Credits(Math.multiplyExact(credits, MICROS_PER_CREDIT));
    }

    public static Credits ofMicros(long micros) {
        return micros == 0 ? ZERO : new Credits(micros);
    }

    /**
     * @param credits
     *            0 or more, with at most six decimals
     * @throws ArithmeticException
     *             if it has more decimals or does not fit
     */
    public static Credits of(BigDecimal credits) {
        return ofMicros(credits.movePointRight(DECIMALS).longValueExact());
    }

    /** @return the amount in credits, without trailing zeros */
    public BigDecimal toDecimal() {
        BigDecimal exact = BigDecimal.valueOf(micros, DECIMALS).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    /**
     * @throws ArithmeticException
     *             if the sum does not fit
     */
    public Credits plus(Credits other) {
        return ofMicros(Math.addExact(micros, other.micros));
    }

    /** @return the sum, or {@link #MOST} if it does not fit */
    public Credits plusOrMost(Credits other) {
        return other.micros > MOST.micros - micros ? MOST : plus(other);
    }

    /**
     * @throws IllegalArgumentException
     *             if {@code other} is more than this
     */
    public Credits minus(Credits other) {
        return ofMicros(micros - other.micros);
    }

    /** @return what is left after taking {@code other} away, zero if it is more than this */
    public Credits minusOrZero(Credits other) {
        return ofMicros(Math.max(0, micros - other.micros));
    }

    /**
     * @throws ArithmeticException
     *             if the product does not fit
     */
    public Credits times(long factor) {
        return ofMicros(Math.multiplyExact(micros, factor));
    }

    /** @return this amount rounded down to whole credits */
    public Credits wholeFloor() {
        return ofMicros(micros - micros % MICROS_PER_CREDIT);
    }

    public Credits min(Credits other) {
        return micros <= other.micros ? this : other;
    }

    public boolean isZero() {
        return micros == 0;
    }

    public boolean isPositive() {
        return micros > 0;
    }

    public boolean isLessThan(Credits other) {
        return micros < other.micros;
    }

    public boolean isMoreThan(Credits other) {
        return micros > other.micros;
    }

    @Override
    public int compareTo(Credits other) {
        return Long.compare(micros, other.micros);
    }

    @Override
    public String toString() {
        return toDecimal().toPlainString();
    }
}
