package scrip.application.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that can be set forward and then runs on: for trying out what time brings. All nodes share it, and it is kept
 * over restarts.
 */
public final class AdjustableClock implements InstantSource {

    private final InstantSource system;
    private final ClockStore store;

    public AdjustableClock(InstantSource system, ClockStore store) {
        this.system = system;
        this.store = store;
    }

    @Override
    public Instant instant() {
        return system.instant().plus(store.offset());
    }

    /**
     * @return false, and nothing changes, if that would turn the clock back
     */
    public boolean advanceTo(Instant now) {
        return store.advanceTo(Duration.between(system.instant(), now));
    }
}
