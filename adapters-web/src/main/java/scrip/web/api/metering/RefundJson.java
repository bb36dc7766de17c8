package scrip.web.api.metering;

import java.math.BigDecimal;

import scrip.domain.pool.Reply;

/**
 * What a make-good gave back.
 *
 * @param asPromotional
 *            credits whose source has ended and that came back as promotional ones
 * @param forgiven
 *            debt that is no more
 */
record RefundJson(BigDecimal refunded, Taken returned, BigDecimal asPromotional, BigDecimal forgiven,
        Object balance) {

    static RefundJson of(Reply.MadeGood reply, Object balance) {
        return new RefundJson(reply.refunded().toDecimal(), Taken.of(reply.returned()),
                reply.asPromotional().toDecimal(), reply.forgiven().toDecimal(), balance);
    }
}
