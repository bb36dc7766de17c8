package scrip.application.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import scrip.application.audit.Verification.Finding;

/** Keeps how the latest verification goes or went, for all nodes to show; of all nodes one verifies at a time. */
public interface VerificationLog {

    /**
     * Begins another verification, unless one goes on.
     *
     * @param quietSince
     *            one that gave no sign of life after that has died
     * @return false if one goes on
     */
    boolean begin(Instant now, Instant quietSince);

    /** Tells how far the one that goes on has come. */
    void progress(long pools, long entries, Instant at);

    /** Tells what the one that goes on came to. */
    void end(Verification verification, Instant at);

    /** @return the latest, nothing if there was none yet */
    Optional<Run> latest();

    /**
     * A verification.
     *
     * @param heardAt
     *            its last sign of life
     * @param endedAt
     *            null as long as it has not come to an end
     * @param findings
     *            none before its end
     */
    record Run(Instant begunAt, Instant heardAt, @Nullable Instant endedAt, long pools, long entries,
            List<Finding> findings) {

        public Run {
            findings = List.copyOf(findings);
        }
    }
}
