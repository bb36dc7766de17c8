package scrip.application.promo;

import java.time.Instant;
import java.util.Locale;

/**
 * A redemption as it stands.
 *
 * @param takenAt
 *            when it was taken first
 */
public record Redemption(Claim claim, State state, Instant takenAt) {

    /** Where a redemption is in its life; the names are part of the HTTP contract. */
    public enum State {
        /** Its checkout is open. */
        TAKEN,
        /** Its purchase is paid. */
        KEPT,
        /** Its checkout ended unpaid. */
        RETURNED;

        /** @return the name used in the API and the database, such as {@code taken} */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State ofKey(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }

        /** Whether it counts against the code's limits. */
        public boolean counts() {
            return this != RETURNED;
        }
    }
}
