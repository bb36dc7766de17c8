package scrip.domain.purchase;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A refund of the unused part by the operator (rule 28). Its credits are gone from when it is asked for, before any money
 * moves, so that nobody can spend what is being paid back.
 *
 * @param what
 *            the credits that were taken back for it and the money to be paid back
 * @param others
 *            minor units that had been paid back by others when it was asked for, those that failed since included: the
 *            gateway's sums may or may not know of this refund yet, and this tells what to add it to
 * @param askedAt
 *            when the operator asked
 * @param reason
 *            the operator's words
 * @param refund
 *            the gateway's id of the refund, null until the gateway has said that it is made
 * @param leftToOperator
 *            whether nobody asks the gateway any more, because it could pay twice: the operator was told to look there
 */
public record OwnRefund(Refundable what, long others, Instant askedAt, String reason, @Nullable String refund,
        boolean leftToOperator) {

    static OwnRefund asked(Refundable what, long others, RefundIntent intent) {
        return new OwnRefund(what, others, intent.askedAt(), intent.reason(), null, false);
    }

    /** Whether the gateway has not said yet what became of it. */
    public boolean isPending() {
        return refund == null;
    }

    /** Whether the gateway is still to be asked what became of it. */
    public boolean isToBeAsked() {
        return isPending() && !leftToOperator;
    }

    OwnRefund made(String id) {
        return new OwnRefund(what, others, askedAt, reason, id, false);
    }

    OwnRefund left() {
        return new OwnRefund(what, others, askedAt, reason, refund, true);
    }
}
