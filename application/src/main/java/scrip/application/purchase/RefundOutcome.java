package scrip.application.purchase;

import scrip.application.payment.PaymentRefusal;
import scrip.domain.credit.Credits;
import scrip.domain.pricing.Money;
import scrip.domain.purchase.NotRefundable;

/** What became of a refund that the operator asked for. */
public sealed interface RefundOutcome {

    /**
     * The gateway has made it.
     *
     * @param credits
     *            removed from the purchase
     * @param amount
     *            paid back
     */
    record Refunded(Credits credits, Money amount) implements RefundOutcome {}

    /** There is nothing to pay back; nothing has changed. */
    record Refused(NotRefundable why) implements RefundOutcome {}

    /** The gateway does not pay it back; the credits are there again. */
    record RefusedByGateway(PaymentRefusal why) implements RefundOutcome {}

    /**
     * The gateway has not answered: the credits are set aside for it, it is asked again by itself, and the same request
     * may be tried again.
     */
    record Pending() implements RefundOutcome {}

    /**
     * The gateway never answered and is asked no more: asked so late, it could pay twice. The credits stay set aside until
     * it tells of the refund by itself.
     */
    record Unanswered() implements RefundOutcome {}

    record NoSuchPurchase() implements RefundOutcome {}

    /** The key was used for another request (rule 20). */
    record KeyReused() implements RefundOutcome {}
}
