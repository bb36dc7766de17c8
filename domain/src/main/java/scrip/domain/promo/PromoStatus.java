package scrip.domain.promo;

import java.util.Locale;

/** Where a promo code stands; the names are part of the HTTP contract. */
public enum PromoStatus {
    ACTIVE, SCHEDULED, ENDED, USED_UP, RETIRED;

    /** @return the word used in the API, such as {@code used_up} */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
