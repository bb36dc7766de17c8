package scrip.application.payment;

/** How the gateway answered a question about a checkout. */
public sealed interface CheckoutLookup {

    /**
     * It knows the checkout.
     *
     * @param state
     *            how it stands now
     */
    record Found(CheckoutState state) implements CheckoutLookup {}

    /** It knows of no such checkout. */
    record NotFound() implements CheckoutLookup {}

    /**
     * No usable answer; ask again later.
     *
     * @param detail
     *            for the operator's log
     */
    record Unavailable(String detail) implements CheckoutLookup {}
}
