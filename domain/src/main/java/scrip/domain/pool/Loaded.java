package scrip.domain.pool;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a turn needs beside the pool: every open hold that has lapsed by now, and whatever the commands name.
 *
 * @param holds
 *            open holds that are due, and holds named
 * @param charges
 *            charges named, with what repaid their debt
 * @param builders
 *            what limits need to be decided; null where they are off and nobody sets any
 */
public record Loaded(Collection<Hold> holds, Collection<Charge> charges, @Nullable Builders builders) {

    public static final Loaded NOTHING = new Loaded(List.of(), List.of());

    /** What a turn needs that is bound by no limits. */
    public Loaded(Collection<Hold> holds, Collection<Charge> charges) {
        this(holds, charges, null);
    }
}
