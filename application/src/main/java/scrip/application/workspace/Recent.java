package scrip.application.workspace;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** What was looked up lately, forgotten after a second; for a bounded number of things. */
final class Recent<K, V> {

    private static final long FRESH_NANOS = 1_000_000_000L;
    private static final int MOST = 100_000;

    private final LongSupplier nanos;
    private final Map<K, Seen<V>> seen = new ConcurrentHashMap<>();

    /** How often anything was to be forgotten. */
    private final AtomicLong forgotten = new AtomicLong();

    private record Seen<V>(V value, long at) {}

    /** @param nanos a clock that only runs forward, such as {@link System#nanoTime} */
    Recent(LongSupplier nanos) {
        this.nanos = nanos;
    }

    V get(K key, Function<K, V> lookUp) {
        long now = nanos.getAsLong();
        Seen<V> known = seen.get(key);
        if (known != null && now - known.at < FRESH_NANOS) {
            return known.value;
        }
        long before = forgotten.get();
        V value = lookUp.apply(key);
        if (seen.size() >= MOST) {
            seen.clear();
        }
        remember(key, new Seen<>(value, now), before);
        return value;
    }

    /** Whatever was forgotten during the look-up may be older than the change, so it is not remembered. */
    private void remember(K key, Seen<V> found, long before) {
        // Looked at while the map keeps the key to itself: a forget that this does not see yet removes it afterwards.
        seen.compute(key, (_, known) -> forgotten.get() == before ? found : known);
    }

    /** Forgets it also for look-ups that are under way: none that began before this is remembered. */
    void forget(K key) {
        forgotten.incrementAndGet();
        seen.remove(key);
    }
}
