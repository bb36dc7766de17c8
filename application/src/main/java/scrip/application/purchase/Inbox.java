package scrip.application.purchase;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.application.payment.VerifiedEvent;

/** The gateway's events, stored before they are acknowledged and worked off once by any node (rule 26). */
public interface Inbox {

    /**
     * Stores an event durably.
     *
     * @return false if an event with this id is stored already
     * @throws scrip.application.pool.UnavailableException
     *             if it cannot be stored
     */
    boolean store(VerifiedEvent event, Instant receivedAt);

    /**
     * Takes events that wait, oldest first; no other node gets them for as long as the claim lasts.
     *
     * @param limit
     *            1 to 100
     */
    List<Waiting> claim(Instant now, Duration claimFor, int limit);

    void done(String eventId, Instant at);

    /**
     * @param retryAt
     *            when to try again, or null to put it with the dead letters
     */
    void failed(String eventId, String why, @Nullable Instant retryAt);

    /**
     * @param attempts
     *            how often it was claimed, this time included
     */
    record Waiting(VerifiedEvent event, int attempts) {}
}
