package scrip.application.clock;

import java.time.Duration;

/** Keeps the adjustable clock in memory. */
public final class InMemoryClockStore implements ClockStore {

    private Duration offset = Duration.ZERO;

    @Override
    public synchronized Duration offset() {
        return offset;
    }

    @Override
    public synchronized boolean advanceTo(Duration ahead) {
        if (ahead.compareTo(offset) < 0) {
            return false;
        }
        offset = ahead;
        return true;
    }
}
