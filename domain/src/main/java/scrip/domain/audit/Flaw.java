package scrip.domain.audit;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Something that does not add up.
 *
 * @param seq
 *            number of the ledger's entry at which it shows, or null if it is not in the ledger
 * @param what
 *            a sentence for people
 */
public record Flaw(Kind kind, @Nullable Long seq, String what) {

    /** Where it lies. */
    public enum Kind {
        /** A row that cannot be read. */
        UNREADABLE,
        /** Numbers of entries that are missing or come twice. */
        GAP,
        /** An entry that is not what was sealed. */
        HASH,
        /** An entry that no rule could have written. */
        MOVEMENT,
        /** A balance of the pool's row. */
        BALANCE,
        HOLD, CHARGE, PURCHASE,
        /** A total by day or period. */
        TOTAL;

        /** @return the name used in the API, such as {@code movement} */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
