package scrip.application.payment;

/** How the gateway answered a request to create a customer. */
public sealed interface CustomerReply {

    /**
     * The customer exists.
     *
     * @param customer
     *            its id at the gateway
     */
    record Created(String customer) implements CustomerReply {}

    /**
     * There is none; a checkout works without.
     *
     * @param detail
     *            for the operator's log
     */
    record Unavailable(String detail) implements CustomerReply {}
}
