package scrip.payment.sandbox;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of objects that the sandbox keeps, named as Stripe names them. */
public enum Kind {

    SESSION("checkout.session", "cs_test_"), PAYMENT("payment_intent", "pi_"), CHARGE("charge", "ch_"), REFUND("refund",
            "re_"),
    DISPUTE("dispute", "dp_"), EVENT("event", "evt_"), COUPON("coupon", "coupon_"), CUSTOMER("customer",
            "cus_"),
    METHOD("payment_method", "pm_"), RECEIPT("receipt", "receipt_"), SETUP("setup_intent", "seti_"),
    REQUEST("request", "req_"), SETTING("setting",
            "setting_");

    private final String stripeName;
    private final String prefix;

    Kind(String stripeName, String prefix) {
        this.stripeName = stripeName;
        this.prefix = prefix;
    }

    /** The value of the field {@code object}; also the kind's name in the store. */
    public String stripeName() {
        return stripeName;
    }

    String prefix() {
        return prefix;
    }

    /** The kind of the object with that id, as its prefix tells. */
    static Optional<Kind> ofId(String id) {
        return Arrays.stream(values()).filter(kind -> id.startsWith(kind.prefix)).findFirst();
    }
}
