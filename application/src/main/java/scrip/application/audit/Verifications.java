package scrip.application.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;

import scrip.application.audit.VerificationLog.Run;

/** Verifies beside everything else, so that nobody waits for it: ledgers of many million entries take minutes. */
public final class Verifications {

    /** It tells of itself far more often: whoever is silent for so long has died. */
    static final Duration SILENCE = Duration.ofSeconds(60);

    private static final Duration TELLS_EVERY = Duration.ofSeconds(1);

    private final Verifier verifier;
    private final VerificationLog log;
    private final InstantSource clock;
    private final Executor executor;

    /** @param executor runs a verification */
    public Verifications(Verifier verifier, VerificationLog log, InstantSource clock, Executor executor) {
        this.verifier = verifier;
        this.log = log;
        this.clock = clock;
        this.executor = executor;
    }

    /**
     * Begins to verify and returns at once.
     *
     * @return false if it is being verified already, on whichever node
     */
    public boolean start() {
        Instant now = clock.instant();
        boolean begun = log.begin(now, now.minus(SILENCE));
        if (begun) {
            executor.execute(this::verify);
        }
        return begun;
    }

    private void verify() {
        Teller teller = new Teller();
        Verification verification = verifier.verify(teller);
        log.end(verification, clock.instant());
    }

    /** @return how the latest goes or went */
    public Optional<Run> latest() {
        return log.latest();
    }

    /** @return whether it goes on: it has not ended and was heard of lately */
    public boolean isRunning(Run run) {
        return run.endedAt() == null && !run.heardAt().isBefore(clock.instant().minus(SILENCE));
    }

    /** Tells of each second once. */
    private final class Teller implements Verifier.Progress {

        private Instant told = Instant.MIN;

        @Override
        public void reached(long pools, long entries) {
            Instant now = clock.instant();
            if (told.isBefore(now.minus(TELLS_EVERY))) {
                told = now;
                log.progress(pools, entries, now);
            }
        }
    }
}
