package scrip.web.api.security;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Counts failed attempts to get in, by address, in windows of a minute: whoever has failed too often has to wait. Kept
 * in memory, by each node for itself, for a bounded number of addresses.
 */
public final class FailedAttempts {

    private static final long WINDOW = Duration.ofMinutes(1).toNanos();
    private static final int MOST_ADDRESSES = 10_000;

    private final int most;
    private final LongSupplier nanos;
    private final Map<String, Window> windows = new LinkedHashMap<>();

    private record Window(long startedAt, int failures) {}

    /**
     * @param most
     *            failures that an address may have in a minute
     * @param nanos
     *            a clock that only runs forward, such as {@link System#nanoTime}
     */
    public FailedAttempts(int most, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
    }

    /** @return how long the address has to wait before it may try again; nothing if it may now */
    public synchronized Optional<Duration> waitOf(String address) {
        Window window = windows.get(address);
        long now = nanos.getAsLong();
        return window == null || isOver(window, now) || window.failures < most
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(window.startedAt + WINDOW - now));
    }

    /** Counts one more failure. */
    public synchronized void failed(String address) {
        long now = nanos.getAsLong();
        Window window = windows.remove(address);
        makeRoom(now);
        windows.put(address, window == null || isOver(window, now) ? new Window(now, 1)
                : new Window(window.startedAt, window.failures + 1));
    }

    /** Drops windows that are over, else the one that has been quiet for longest. */
    private void makeRoom(long now) {
        if (windows.size() < MOST_ADDRESSES) {
            return;
        }
        windows.values().removeIf(window -> isOver(window, now));
        if (windows.size() >= MOST_ADDRESSES) {
            Iterator<String> oldest = windows.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    private static boolean isOver(Window window, long now) {
        return now - window.startedAt >= WINDOW;
    }
}
