package scrip.application.pool;

import org.jspecify.annotations.Nullable;
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
public record Ask(PoolId pool, @Nullable RequestKey key, Wants wants, Deed deed, Answer keyReused) {}
