package scrip.domain.audit;

import org.jspecify.annotations.Nullable;
import scrip.domain.ledger.Entry;

/**
 * A row of the ledger, which may have been damaged so far that it is no entry any more.
 *
 * @param entry
 *            null if the row cannot be read
 * @param damage
 *            a clause that says so and why, else empty
 */
public record Line(long seq, @Nullable Entry entry, String damage) {

    public static Line of(Entry entry) {
        return new Line(entry.seq(), entry, "");
    }
}
