package scrip.domain.promo;

import java.util.Locale;

/** Why a promo code cannot be redeemed; the names are part of the HTTP contract. */
public enum PromoRefusal {
    /** There is no such code. */
    UNKNOWN,
    /** The operator has withdrawn it. */
    RETIRED, NOT_STARTED, ENDED,
    /** It was redeemed as often as it can be. */
    USED_UP,
    /** This pool has redeemed it as often as a pool can. */
    USED_UP_HERE,
    /** The pool has bought before, or is buying its first with another code. */
    NOT_FIRST_PURCHASE,
    /** The purchase has too few credits. */
    BELOW_MINIMUM,
    /** It takes off an amount of another currency than the price's. */
    OTHER_CURRENCY;

    /** @return the word used in the API, such as {@code used_up} */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
