package scrip.domain.pool;

import java.util.Collection;
import java.util.List;

/**
 * What a turn needs beside the pool: every open hold that has lapsed by now, and whatever the commands name.
 *
 * @param holds
 *            open holds that are due, and holds named
 * @param charges
 *            charges named, with what repaid their debt
 */
public record Loaded(Collection<Hold> holds, Collection<Charge> charges) {

    public static final Loaded NOTHING = new Loaded(List.of(), List.of());
}
