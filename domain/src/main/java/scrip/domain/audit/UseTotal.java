package scrip.domain.audit;

/**
 * What a builder used, net of make-goods, as it is kept.
 *
 * @param group
 *            the day in UTC, in days since the epoch, or the number of the period
 * @param operation
 *            key of the operation, empty in totals of periods
 * @param micros
 *            in micro-credits
 * @param charges
 *            how many charges, zero in totals of periods
 */
public record UseTotal(long group, String builder, String operation, long micros, long charges) {}
