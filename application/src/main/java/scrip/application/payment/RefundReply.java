package scrip.application.payment;

/** How the gateway answered a request to pay money back. */
public sealed interface RefundReply {

    /**
     * The refund is made or on its way; should it fail later, {@link PaymentNews.RefundFailed} tells.
     *
     * @param refund
     *            its id at the gateway
     */
    record Made(String refund) implements RefundReply {}

    /**
     * The gateway does not pay back; the same order would be refused again.
     *
     * @param reason
     *            what the operator is told
     * @param detail
     *            the gateway's own words and its request id
     */
    record Refused(PaymentRefusal reason, String detail) implements RefundReply {}

    /**
     * No usable answer. It may have taken effect or not; the same order can be repeated either way.
     *
     * @param detail
     *            for the operator's log
     */
    record Unavailable(String detail) implements RefundReply {}
}
