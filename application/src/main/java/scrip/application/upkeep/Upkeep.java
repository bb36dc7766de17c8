package scrip.application.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import scrip.domain.pool.PoolId;

/**
 * Drops kept answers and ended holds after their time, a bounded number at once so that no request waits for it. No
 * answer depends on when it runs, and every node may run it.
 */
public final class Upkeep {

    private static final int CHUNK = 1_000;
    /** At one go, so that a job ends some time even if there is very much to drop: the rest goes the next time. */
    private static final int MOST_CHUNKS = 10_000;
    private static final Duration LEAST = Duration.ofHours(24);

    private final UpkeepStore store;
    private final InstantSource clock;
    private final Retention retention;

    /**
     * How long things are kept.
     *
     * @param answers
     *            under their requests' keys (rule 20), 24 hours or more
     * @param holds
     *            after they would have lapsed, if they were settled or released; 24 hours or more
     */
    public record Retention(Duration answers, Duration holds) {

        /**
         * @throws IllegalArgumentException
         *             if either is shorter
         */
        public Retention {
            if (answers.compareTo(LEAST) < 0 || holds.compareTo(LEAST) < 0) {
                throw new IllegalArgumentException("keys and ended holds are kept for 24 hours at least");
            }
        }
    }

    public Upkeep(UpkeepStore store, InstantSource clock, Retention retention) {
        this.store = store;
        this.clock = clock;
        this.retention = retention;
    }

    /** Drops what is due, in chunks. */
    public void run() {
        Instant now = clock.instant();
        dropAnswers(now.minus(retention.answers));
        List<PoolId> page = store.pools(0, CHUNK);
        while (!page.isEmpty()) {
            page.forEach(pool -> dropHolds(pool, now.minus(retention.holds)));
            page = store.pools(page.getLast().value(), CHUNK);
        }
    }

    private void dropAnswers(Instant keptBefore) {
        int dropped = 1;
        for (int chunk = 0; dropped > 0 && chunk < MOST_CHUNKS; chunk++) {
            dropped = store.dropAnswers(keptBefore, CHUNK);
        }
    }

    private void dropHolds(PoolId pool, Instant expiredBefore) {
        UpkeepStore.Progress progress = store.dropHolds(pool, 0, expiredBefore, CHUNK);
        for (int chunk = 1; progress.more() && chunk < MOST_CHUNKS; chunk++) {
            progress = store.dropHolds(pool, progress.last(), expiredBefore, CHUNK);
        }
    }
}
