package scrip.domain.pool;

/**
 * Debt of a charge that was repaid, and from which credits: a make-good of the charge gives those back.
 *
 * @param charge
 *            number of the charge, which was not at hand in the turn
 * @param from
 *            what repaid it
 */
public record Repayment(long charge, Slice from) {}
