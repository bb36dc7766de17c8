package scrip.application.payment;

/** Why the gateway refused, in terms of what the buyer or operator can do about it; each has words in the messages. */
public enum PaymentRefusal {

    /** Below the least amount that the gateway charges, after the discount: buy more. */
    AMOUNT_TOO_SMALL,

    /** Above the most that the gateway charges at once: buy less. */
    AMOUNT_TOO_LARGE,

    /** The gateway does not accept the buyer's e-mail address: correct it. */
    EMAIL_INVALID,

    /** The customer was deleted at the gateway: another one is needed, and then the same order goes on. */
    CUSTOMER_GONE,

    /** The payment was already given back. */
    ALREADY_REFUNDED,

    /** The payment is disputed, so that it cannot be given back. */
    DISPUTED,

    /** Anything else: trying again as it is would not help, the detail tells the operator. */
    OTHER
}
