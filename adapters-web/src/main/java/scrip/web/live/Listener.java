package scrip.web.live;

import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import scrip.domain.pool.CreditPool;

/**
 * Whoever listens to a stream.
 *
 * @param words
 *            what he is told of a balance, on one line
 * @param mayListen
 *            whether he still may; asked with each sign of life
 * @param knows
 *            the version that he has already, or empty
 */
public record Listener(Function<CreditPool, String> words, BooleanSupplier mayListen, String knows) {

    /** The header in which a browser that comes back says what it has heard last. */
    public static final String LAST_HEARD = "Last-Event-ID";

    /** @param lastHeard what {@link #LAST_HEARD} says, or null */
    public Listener afterHearing(@Nullable String lastHeard) {
        return lastHeard == null ? this : new Listener(words, mayListen, lastHeard);
    }
}
