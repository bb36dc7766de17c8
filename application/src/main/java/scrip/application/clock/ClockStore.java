package scrip.application.clock;

import java.time.Duration;

/** Where the adjustable clock is kept, shared by all nodes and over restarts. */
public interface ClockStore {

    /** @return how far the service's clock is ahead of the system's */
    Duration offset();

    /**
     * @return false, and nothing changes, if {@code ahead} is less than the offset there is: time never runs back
     */
    boolean advanceTo(Duration ahead);
}
