package scrip.application.workspace;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** What was looked up lately, forgotten after a second; for a bounded number of things. */
final class Recent<K, V> {

    private static final long FRESH_NANOS = 1_000_000_000L;
    private static final int MOST = 100_000;

    private final LongSupplier nanos;
    private final Map<K, Seen<V>> seen = new ConcurrentHashMap<>();

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
        V value = lookUp.apply(key);
        if (seen.size() >= MOST) {
            seen.clear();
        }
        seen.put(key, new Seen<>(value, now));
        return value;
    }

    void forget(K key) {
        seen.remove(key);
    }
}
