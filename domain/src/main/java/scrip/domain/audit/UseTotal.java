package scrip.domain.audit;

/**
 * What a builder used, or all builders together, net of make-goods, as it is kept.
 *
 * @param group
 *            the day in UTC, in days since the epoch; the month in UTC, in months since the year 0; or the number of the
 *            period
 * @param builder
 *            empty in totals of all builders
 * @param operation
 *            key of the operation, empty in totals of periods
 * @param micros
 *            in micro-credits
 * @param charges
 *            how many charges, zero in totals of periods
 * @param firstCharge
 *            number of the first of them, zero where it is not kept
 * @param lastCharge
 *            number of the last of them, zero where it is not kept
 */
public record UseTotal(long group, String builder, String operation, long micros, long charges, long firstCharge,
        long lastCharge) {

    /** A total that does not keep which charges it is of. */
    public UseTotal(long group, String builder, String operation, long micros, long charges) {
        this(group, builder, operation, micros, charges, 0, 0);
    }

    /** @return this and more of the same */
    public UseTotal plus(UseTotal more) {
        return new UseTotal(group, builder, operation, micros + more.micros, charges + more.charges,
                Math.min(firstCharge, more.firstCharge), Math.max(lastCharge, more.lastCharge));
    }
}
