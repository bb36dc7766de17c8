package scrip.application.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Keeps in memory how the latest verification goes. */
public final class InMemoryVerificationLog implements VerificationLog {

    private @Nullable Run latest;

    @Override
    public synchronized boolean begin(Instant now, Instant quietSince) {
        if (latest != null && latest.endedAt() == null && !latest.heardAt().isBefore(quietSince)) {
            return false;
        }
        latest = new Run(now, now, null, 0, 0, List.of());
        return true;
    }

    @Override
    public synchronized void progress(long pools, long entries, Instant at) {
        Run run = latest;
        if (run != null && run.endedAt() == null) {
            latest = new Run(run.begunAt(), at, null, pools, entries, List.of());
        }
    }

    @Override
    public synchronized void end(Verification verification, Instant at) {
        Run run = latest;
        if (run != null && run.endedAt() == null) {
            latest = new Run(run.begunAt(), at, at, verification.pools(), verification.entries(),
                    verification.findings());
        }
    }

    @Override
    public synchronized Optional<Run> latest() {
        return Optional.ofNullable(latest);
    }
}
