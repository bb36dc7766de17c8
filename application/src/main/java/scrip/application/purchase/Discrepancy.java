package scrip.application.purchase;

import java.time.Instant;
import java.util.Locale;

/**
 * Something in which the gateway and we do not agree: nothing was added or taken because of it, and somebody has to look.
 *
 * @param subject
 *            the gateway's id of what it is about, or the purchase's where the gateway has nothing
 * @param detail
 *            both sides in words, for the operator
 * @param firstSeen
 *            when it was raised first
 * @param lastSeen
 *            when it was raised last
 */
public record Discrepancy(Kind kind, String subject, String detail, Instant firstSeen, Instant lastSeen) {

    /** In what they differ. */
    public enum Kind {
        /** Amount or currency paid is not the purchase's. */
        AMOUNT,
        /** Money came for a purchase that is not here. */
        UNKNOWN_PURCHASE,
        /** A purchase is paid here and not there. */
        NOT_PAID_THERE,
        /** A purchase waits here for a checkout that the gateway does not know. */
        UNKNOWN_CHECKOUT,
        /** The gateway never said whether it made a refund of the operator's, and is not asked any more. */
        UNANSWERED_REFUND,
        /** The gateway never said whether it charged a saved card, and is not asked any more. */
        UNANSWERED_CHARGE,
        /** Money went back of a purchase that cost nothing, or in another currency. */
        MONEY_BACK;

        /** @return the name in the API and the database, such as {@code unknown_purchase} */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind ofKey(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }
}
