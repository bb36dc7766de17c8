package scrip.application.purchase;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import scrip.application.payment.VerifiedEvent;

/** The gateway's events, stored before they are acknowledged and worked off once by any node (rule 26). */
public interface Inbox {

    /** Where an event stands. */
    enum Standing {
        /** It is to be worked off, or tried again. */
        WAITING,
        /** What it tells is true here now. */
        DONE,
        /** It concerns nothing here. */
        IGNORED,
        /** It was tried often enough, or cannot be right: somebody has to look. */
        DEAD,
        /** It was dead and somebody has seen to it. */
        PUT_AWAY
    }

    /**
     * Stores an event durably.
     *
     * @return false if an event with this id is stored already
     * @throws scrip.application.pool.UnavailableException
     *             if it cannot be stored
     */
    boolean store(VerifiedEvent event, Instant receivedAt);

    /**
     * Stores an event and claims it in one, for whoever works it off right away; if he dies over it, it is claimed like
     * any other once the claim has run out.
     *
     * @return false if an event with this id is stored already
     */
    boolean take(VerifiedEvent event, Instant now, Duration claimFor);

    /**
     * @param ids
     *            at most 100
     * @return those that are not stored
     */
    Set<String> missing(Collection<String> ids);

    /**
     * Takes events that wait, oldest first; no other node gets them for as long as the claim lasts.
     *
     * @param limit
     *            1 to 100
     */
    List<Waiting> claim(Instant now, Duration claimFor, int limit);

    void done(String eventId, Instant at);

    /** @param why it concerns nothing here */
    void ignored(String eventId, String why, Instant at);

    /**
     * @param retryAt
     *            when to try again, or null to put it with the dead letters
     */
    void failed(String eventId, String why, @Nullable Instant retryAt);

    /**
     * Lets an event be worked off again from the start, wherever it stands (rule 25 makes it harmless).
     *
     * @return false if there is none with this id
     */
    boolean replay(String eventId, Instant now);

    /**
     * Puts a dead letter away, because the operator has seen to it; replayed, it is like any other.
     *
     * @param by
     *            who did
     * @return false if there is no dead letter with this id
     */
    boolean putAway(String eventId, String by, Instant at);

    /**
     * @param only
     *            the standing to list, null for all
     * @param before
     *            id of the event that the page before ended with, null for the first page; one that is not there gives
     *            nothing
     * @param limit
     *            1 to 1,000
     * @return events, newest received first
     */
    List<Letter> newest(@Nullable Standing only, @Nullable String before, int limit);

    /**
     * Drops events that ended long ago. What waits and what is dead stays, however old.
     *
     * @param endedBefore
     *            exclusive
     * @param most
     *            how many at most, those that ended first
     * @return how many; if it is as many as asked for, more may follow
     * @throws scrip.application.pool.UnavailableException
     *             if they cannot be dropped now
     */
    int drop(Instant endedBefore, int most);

    /** @return how many dead letters there are */
    int dead();

    /**
     * @param attempts
     *            how often it was claimed, this time included
     */
    record Waiting(VerifiedEvent event, int attempts) {}

    /**
     * An event as it lies in the inbox.
     *
     * @param detail
     *            why it failed last or was ignored, null if there is nothing to say
     * @param seen
     *            who put it away, null unless somebody did
     */
    record Letter(String id, String type, Instant receivedAt, Standing standing, int attempts,
            @Nullable String detail, @Nullable Seen seen) {}

    /** Who has seen to a dead letter, and when. */
    record Seen(String by, Instant at) {}
}
