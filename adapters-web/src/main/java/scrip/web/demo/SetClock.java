package scrip.web.demo;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands where it is set: history is made at the times when it happened. */
final class SetClock implements InstantSource {

    private volatile Instant now;

    SetClock(Instant now) {
        this.now = now;
    }

    /** @throws IllegalArgumentException if that would turn it back */
    void set(Instant then) {
        if (then.isBefore(now)) {
            throw new IllegalArgumentException(then + " is before " + now);
        }
        now = then;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
