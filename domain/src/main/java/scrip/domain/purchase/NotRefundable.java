package scrip.domain.purchase;

import java.util.Locale;

/** Why the operator cannot pay back a purchase; the names are part of the HTTP contract. */
public enum NotRefundable {
    /** No money has come for it. */
    UNPAID,
    /** A promo code paid for all of it. */
    NOTHING_PAID,
    /** All its money went back already. */
    ALREADY_REFUNDED,
    /** A bank has claimed its money back, or did so in the end. */
    DISPUTED,
    /** No whole credit of it is left, or what is left is on hold or worth less than the smallest coin. */
    FULLY_USED;

    /** @return the name used in the API, such as {@code fully_used} */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
