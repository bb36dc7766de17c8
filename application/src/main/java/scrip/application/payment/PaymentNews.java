package scrip.application.payment;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.domain.pricing.Money;

/**
 * What an event of the gateway means for a purchase. News may come late, twice and in any order, under one event's id or
 * several, so each names what it is about and the whole of what has happened to it, never only the latest step.
 */
public sealed interface PaymentNews {

    /**
     * The buyer completed the payment page, or the money of an earlier completion has come. Credits are due if
     * {@link CheckoutState#isPaid()}, and only then (rule 25).
     */
    record CheckoutCompleted(CheckoutState checkout) implements PaymentNews {}

    /** The money of a completed checkout did not come: nothing was paid. */
    record CheckoutFailed(CheckoutState checkout) implements PaymentNews {}

    /** The checkout closed without being completed. */
    record CheckoutExpired(CheckoutState checkout) implements PaymentNews {}

    /**
     * Money was paid back (rule 29).
     *
     * @param payment
     *            the payment that it came with
     * @param refunded
     *            all that was paid back of it so far, failed refunds not counted
     * @param charged
     *            what the payment was
     * @param refunds
     *            the refunds' ids as far as the event names them; may be empty
     * @param occurredAt
     *            when the gateway says that it happened
     */
    record MoneyRefunded(PaymentRef payment, Money refunded, Money charged, List<String> refunds, Instant occurredAt)
            implements PaymentNews {}

    /**
     * A refund failed or was cancelled: the money stays here, and what the refund had taken is put back.
     *
     * @param refund
     *            the refund's id, which counts once however often its failure is told
     */
    record RefundFailed(PaymentRef payment, String refund, Money amount, Instant occurredAt) implements PaymentNews {}

    /**
     * The buyer's bank claims money back (rule 29).
     *
     * @param dispute
     *            the dispute's id
     * @param inquiry
     *            whether the bank only asks so far and no money has left; if it comes to that, a second piece of news
     *            says so
     */
    record DisputeOpened(PaymentRef payment, String dispute, Money amount, boolean inquiry, Instant occurredAt)
            implements PaymentNews {}

    /** A dispute ended for us, or its money came back; also an inquiry that was closed. */
    record DisputeWon(PaymentRef payment, String dispute, Money amount, Instant occurredAt) implements PaymentNews {}

    /** A dispute ended against us: what it took stays taken. */
    record DisputeLost(PaymentRef payment, String dispute, Money amount, Instant occurredAt) implements PaymentNews {}

    /** A card was saved for later, on a page that {@link PaymentGateway#openCard} opened. */
    record CardSaved(CardLookup.Saved card) implements PaymentNews {}

    /** An event that concerns no purchase; it is kept and otherwise ignored. */
    record NotUsed(String type) implements PaymentNews {}

    /** An event that concerns a purchase but could not be understood now; it is tried again later. */
    record Unreadable(String why) implements PaymentNews {}

    /**
     * Names a payment at the gateway; at least one of the two is known.
     *
     * @param paymentIntent
     *            the payment, null if the gateway names only its charge
     * @param charge
     *            the charge, null if not known
     */
    record PaymentRef(@Nullable String paymentIntent, @Nullable String charge) {}
}
