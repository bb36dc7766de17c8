package scrip.application.pool;

import org.jspecify.annotations.Nullable;
import scrip.domain.pool.Command;
import scrip.domain.pool.PoolId;

/**
 * A request that waits at the desk for its pool.
 *
 * @param key
 *            makes it happen once, or null if doing it twice is harmless
 * @param wants
 *            what it names
 * @param deed
 *            what it does once its turn has come
 * @param keyReused
 *            what is answered if its key was used for another request
 */
public record Ask(PoolId pool, @Nullable RequestKey key, Wants wants, Deed deed, Answer keyReused) {

    private static final Answer NONE = new Answer(0, "");

    /** A request of our own, harmless to do twice. */
    public static Ask unkeyed(PoolId pool, Wants wants, Deed deed) {
        return new Ask(pool, null, wants, deed, NONE);
    }

    /** An unkeyed request for one command whose reply nobody waits for. */
    public static Ask of(PoolId pool, Command command) {
        return unkeyed(pool, Wants.NOTHING, (turn, _) -> {
            turn.decide(command);
            return Deed.Outcome.notKept(NONE);
        });
    }
}
