package scrip.application.payment;

/** Whether the gateway moves real money. */
public enum PaymentMode {

    /** The built-in sandbox: nothing leaves this application. */
    SANDBOX,

    /** The gateway's own test mode. */
    TEST,

    /** Real money. */
    LIVE
}
