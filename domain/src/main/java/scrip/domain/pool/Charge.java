package scrip.domain.pool;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.pricing.Receipt;

/**
 * Credits spent by an operation that has ended.
 *
 * @param number
 *            unique in its pool
 * @param hold
 *            number of the hold it settled, null if there was none
 * @param credits
 *            what it cost: the slices and the debt together
 * @param slices
 *            where the credits came from when it was charged
 * @param debt
 *            the part that the pool did not have
 * @param waived
 *            what was used above the hold's ceiling and is not charged (rule 15)
 * @param late
 *            whether its hold had lapsed (rule 16)
 * @param period
 *            number of the period it was charged in
 * @param refundable
 *            credits that a make-good can still give back where they came from: the slices and what repaid its debt,
 *            less what was given back
 * @param refunded
 *            what was given back or forgiven so far (rule 19)
 */
public record Charge(long number, @Nullable Long hold, Work work, Credits credits, Slices slices, Credits debt,
        Credits waived, boolean late, Instant chargedAt, long period, Receipt receipt, Slices refundable,
        Credits refunded) {

    /** @return what has not been given back or forgiven yet */
    public Credits left() {
        return credits.minus(refunded);
    }

    /** @return this charge after slices that once were debt have been repaid, which a make-good can give back */
    public Charge withRepaid(Slices repaid) {
        return new Charge(number, hold, work, credits, slices, debt, waived, late, chargedAt, period,
                receipt, refundable.plus(repaid), refunded);
    }

    Charge refunded(Credits more, Slices still) {
        return new Charge(number, hold, work, credits, slices, debt, waived, late, chargedAt, period,
                receipt, still, refunded.plus(more));
    }
}
