package scrip.application.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The payment gateway as a purchase sees it: pages to pay on, money to give back, and news that can be trusted.
 *
 * <p>
 * Every call ends within the adapter's time limits, and a gateway that is slow, down, refusing or talking nonsense is a
 * reply, never an exception. No call may be made inside a transaction.
 */
public interface PaymentGateway {

    /**
     * How long after a request its repetition under the same key is sure to be harmless: gateways forget keys after a day,
     * and would then move the money twice.
     */
    Duration KEY_LIFE = Duration.ofHours(20);

    /** Whether money really moves; pages tell anything but {@link PaymentMode#LIVE} to everybody. */
    PaymentMode mode();

    /**
     * Opens the page on which the purchase is paid. Its id and customer are the idempotency key: opening the same order
     * again gives the same page, also after an {@link CheckoutReply.Unavailable} that had taken effect unnoticed. The
     * same order means every field of it, so an attempt is repeated with the {@code expiresAt} of the first.
     */
    CheckoutReply open(CheckoutOrder order);

    /** Asks the gateway how a checkout stands, with its charge; the return page and reconciliation do so (rule 25). */
    CheckoutLookup find(String session);

    /**
     * Closes an open checkout so that it can no longer be paid. A checkout that had ended already is answered with how
     * it ended.
     */
    CheckoutLookup expire(String session);

    /**
     * Creates the customer that a pool's payments are kept under; the pool and the replaced customer are the idempotency
     * key.
     *
     * @param replaced
     *            the pool's customer that is gone there, null for its first
     */
    CustomerReply createCustomer(String pool, @Nullable String email, @Nullable String replaced);

    /** Opens the page on which a card is saved for later; nothing is charged. Otherwise as {@link #open}. */
    CheckoutReply openCard(CardOrder order);

    /** Asks the gateway which card was saved on such a page. */
    CardLookup findCard(String session);

    /**
     * Charges a saved card without its owner. The purchase's id is the idempotency key: asking again, also after a
     * {@link ChargeReply.Unavailable} that had taken effect unnoticed, charges nothing more and gives the same answer.
     */
    ChargeReply charge(SavedCardOrder order);

    /** Pays money back (rule 28); the order's key makes a repetition harmless. */
    RefundReply refund(RefundOrder order);

    /**
     * Reads a delivery of the gateway, if it is genuine: signed with one of our secrets within 300 seconds of the wall
     * clock, and an event at all. Anything else, however malformed, is empty (rule 26).
     *
     * @param body
     *            the bytes exactly as they came
     * @param signatureHeader
     *            the value of {@code Stripe-Signature}, null if there was none
     */
    Optional<VerifiedEvent> verify(byte[] body, @Nullable String signatureHeader);

    /**
     * Tells what an event means for a purchase, whatever version of the gateway's API wrote it. It may ask the gateway
     * for what the event lacks, so it is called outside of transactions.
     *
     * @param rawEvent
     *            {@link VerifiedEvent#json()}, or the same text from the inbox
     */
    PaymentNews interpret(String rawEvent);

    /**
     * The events that purchases care about and that were created at or after an instant, newest first, at most 100 at a
     * time, so that reconciliation finds what was never delivered (rule 26).
     *
     * @param cursor
     *            {@link EventsReply.Page#next()} of the page before, null for the first
     */
    EventsReply eventsSince(Instant sinceInclusive, @Nullable String cursor);
}
