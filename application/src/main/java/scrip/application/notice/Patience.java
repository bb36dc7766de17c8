package scrip.application.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long and how often a delivery is tried: at once, then with pauses that grow threefold to four hours, for a day. */
final class Patience {

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int GROWTH = 3;

    private Patience() {}

    /**
     * @param attempts
     *            tries so far, 1 or more
     * @return when to try again; nothing if the day is over by then
     */
    static Optional<Instant> retryAt(Instant since, int attempts, Instant now) {
        Duration pause = FIRST;
        for (int i = 1; i < attempts && pause.compareTo(LONGEST) < 0; i++) {
            pause = pause.multipliedBy(GROWTH);
        }
        Instant next = now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
        return next.isAfter(since.plus(DAY)) ? Optional.empty() : Optional.of(next);
    }
}
