package scrip.application.purchase;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Keeps in memory how far reconciliation has come. */
public final class InMemoryReconciliationStore implements ReconciliationStore {

    private Position position = Position.NONE;
    private @Nullable Instant begunAt;
    private @Nullable Report report;

    @Override
    public synchronized boolean begin(Instant now, Duration every) {
        if (begunAt != null && begunAt.plus(every).isAfter(now)) {
            return false;
        }
        begunAt = now;
        return true;
    }

    @Override
    public synchronized Position position() {
        return position;
    }

    @Override
    public synchronized void end(Position ended, Report found) {
        position = ended;
        report = found;
    }

    @Override
    public synchronized Optional<Report> latest() {
        return Optional.ofNullable(report);
    }
}
