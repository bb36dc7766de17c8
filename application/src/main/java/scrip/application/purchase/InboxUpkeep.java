package scrip.application.purchase;

import java.time.Duration;
import java.time.InstantSource;

/**
 * Drops events from the inbox after their time, a bounded number at once so that no delivery waits for it. Every node may
 * run it at any time; dead letters stay until somebody has seen to them.
 */
public final class InboxUpkeep {

    /** The gateway lists and repeats its events for a month: one that was dropped sooner would look like one missed. */
    private static final Duration LEAST = Duration.ofDays(31);
    private static final int CHUNK = 1_000;
    /** At one go, so that a run ends some time even if there is very much to drop: the rest goes the next time. */
    private static final int MOST_CHUNKS = 1_000;

    private final Inbox inbox;
    private final InstantSource clock;
    private final Duration retention;

    /**
     * @param retention
     *            how long an event is kept after it was done or ignored
     * @throws IllegalArgumentException
     *             if it is less than 31 days
     */
    public InboxUpkeep(Inbox inbox, InstantSource clock, Duration retention) {
        if (retention.compareTo(LEAST) < 0) {
            throw new IllegalArgumentException("scrip.inbox.retention must be at least 31d: " + retention);
        }
        this.inbox = inbox;
        this.clock = clock;
        this.retention = retention;
    }

    /** Drops what is due. */
    public void run() {
        int chunks = 0;
        while (chunks < MOST_CHUNKS && inbox.drop(clock.instant().minus(retention), CHUNK) == CHUNK) {
            chunks++;
        }
    }
}
