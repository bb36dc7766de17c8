package scrip.application.payment;

import java.net.URI;
import java.time.Instant;

/** How the gateway answered a request to open a payment page. */
public sealed interface CheckoutReply {

    /**
     * The page is open.
     *
     * @param session
     *            the checkout's id at the gateway
     * @param url
     *            where the buyer pays
     * @param expiresAt
     *            when the page closes by itself
     */
    record Opened(String session, URI url, Instant expiresAt) implements CheckoutReply {}

    /**
     * The gateway does not take this order; the same order would be refused again.
     *
     * @param reason
     *            what the buyer is told
     * @param detail
     *            for the operator's log: the gateway's own words and its request id
     */
    record Refused(PaymentRefusal reason, String detail) implements CheckoutReply {}

    /**
     * No usable answer: too slow, down, too busy, misconfigured or unreadable. It may have taken effect or not; the same
     * order can be opened again either way.
     *
     * @param detail
     *            for the operator's log
     */
    record Unavailable(String detail) implements CheckoutReply {}
}
