package scrip.application.purchase;

import scrip.application.payment.PaymentRefusal;
import scrip.domain.pricing.Money;
import scrip.domain.pricing.PriceList;

/** Why something cannot be bought; nothing was charged. */
public sealed interface Refusal {

    /**
     * Rule 8.
     *
     * @param prices
     *            tells the fewest and the most
     */
    record NotForSale(PriceList.Refusal why, PriceList prices) implements Refusal {}

    /** Rule 6: a pool on the free plan cannot buy. */
    record FreePlan() implements Refusal {}

    /**
     * Rule 27.
     *
     * @param reason
     *            a stable word, such as {@code unknown}
     */
    record PromoCode(String reason) implements Refusal {}

    /** The gateway charges no less than this, after the discount. */
    record BelowMinimumCharge(Money minimum) implements Refusal {}

    /** The key was used for another request (rule 20). */
    record KeyReused() implements Refusal {}

    /** Its page was never opened and the gateway opens none so late: another order under a new key is needed. */
    record OrderTooOld() implements Refusal {}

    /** The gateway did not answer; the same request may be tried again. */
    record GatewayUnavailable() implements Refusal {}

    /** The gateway refused. */
    record GatewayRefused(PaymentRefusal why) implements Refusal {}
}
