package scrip.application.payment;

/** How the gateway answered a request to charge a saved card. */
public sealed interface ChargeReply {

    /**
     * The money is there.
     *
     * @param payment
     *            told as a checkout without a page: complete and paid
     */
    record Paid(CheckoutState payment) implements ChargeReply {}

    /** The bank takes its time; the same order asked again tells how it ended, and so does the gateway's event. */
    record Processing() implements ChargeReply {}

    /**
     * The card was declined, or wants its owner: nothing was charged, and the same order would be declined again.
     *
     * @param detail
     *            the gateway's own words
     */
    record Declined(String detail) implements ChargeReply {}

    /**
     * No usable answer. It may have taken effect or not; the same order can be repeated either way.
     *
     * @param detail
     *            for the operator's log
     */
    record Unavailable(String detail) implements ChargeReply {}
}
