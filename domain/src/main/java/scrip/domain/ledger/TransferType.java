package scrip.domain.ledger;

import java.util.Locale;

/** Why credits moved. The names are part of the HTTP contract, their order of every hash of the chain. */
public enum TransferType {
    GRANT, EXPIRY, EXPIRY_REVERSAL, HOLD, RETURN, SPEND, LAPSE, PURCHASE, GIFT, MAKE_GOOD, REFUND, DISPUTE, REINSTATEMENT, DEBT, REPAYMENT;

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
