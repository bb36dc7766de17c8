package scrip.benchmarks.load;

import java.time.Duration;

/**
 * Waits until what ran before has nothing left to do: for seconds after a load the database clears old versions of rows away
 * and writes changed pages, which is not the next one's to pay.
 */
final class Calm {

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final double BUSY = 0.05;
    /** Whoever has not come to rest by then is measured as it is. */
    private static final int MOST_LOOKS = 60;

    private Calm() {}

    /** Waits until a twentieth of a processor is all that is used, for half a minute at most. */
    static void await() {
        int looks = 0;
        while (looks < MOST_LOOKS && isBusy()) {
            looks++;
        }
    }

    private static boolean isBusy() {
        CpuTime begun = CpuTime.now();
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        CpuTime now = CpuTime.now();
        long used = now.application() - begun.application() + now.database() - begun.database();
        return used > BUSY * LOOK.toNanos();
    }
}
