package scrip.domain.ledger;

import java.util.Arrays;
import java.util.Locale;

/** Why credits moved. The names are part of the HTTP contract. */
public enum TransferType {
    GRANT(1), EXPIRY(2), EXPIRY_REVERSAL(3), HOLD(4), RETURN(5), SPEND(6), LAPSE(7), PURCHASE(8), GIFT(9),
    MAKE_GOOD(10), REFUND(11), DISPUTE(12), REINSTATEMENT(13), DEBT(14), REPAYMENT(15);

    private final int code;

    TransferType(int code) {
        this.code = code;
    }

    /** @return a number below 128 that never changes: it is stored, and part of every hash of the chain */
    public int code() {
        return code;
    }

    /**
     * @throws IllegalArgumentException
     *             if no type has this code
     */
    public static TransferType ofCode(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no type has the code " + code));
    }

    /** @return the name used in the API and the database, such as {@code make_good} */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException
     *             if there is no such type
     */
    public static TransferType ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
