package scrip.application.purchase;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** How far reconciliation has come, shared by all nodes and over restarts. */
public interface ReconciliationStore {

    /**
     * Begins a pass that is due on a schedule.
     *
     * @return false if a pass began less than that long ago, on whichever node
     */
    boolean begin(Instant now, Duration every);

    /** @return where the last pass ended, {@link Position#NONE} before the first */
    Position position();

    /** Keeps where a pass ended and what it found, as one. */
    void end(Position position, Report report);

    /** @return the latest pass that ended; nothing before the first */
    Optional<Report> latest();

    /**
     * Where to go on. Each part goes round by itself.
     *
     * @param eventsSince
     *            events created before it have all been read, null before the first pass
     * @param page
     *            the page of events to go on with, null to begin at the newest
     * @param open
     *            the open purchase that was asked about last, null to begin at the oldest
     * @param paid
     *            the paid purchase that was asked about last, null before the first
     */
    record Position(@Nullable Instant eventsSince, @Nullable Page page, @Nullable Place open, @Nullable Place paid) {

        public static final Position NONE = new Position(null, null, null, null);
    }

    /**
     * A page of a list of events that was too long for one pass.
     *
     * @param cursor
     *            the gateway's
     * @param begunAt
     *            when the reading of that list began: events since then are not in it
     */
    record Page(String cursor, Instant begunAt) {}

    /**
     * A place in the order of purchases.
     *
     * @param at
     *            by what they are ordered
     * @param id
     *            of the purchase
     */
    record Place(Instant at, String id) {}

    /**
     * What a pass did.
     *
     * @param checked
     *            open purchases that the gateway was asked about
     * @param fulfilled
     *            purchases whose credits it added because nobody had told of their payment
     * @param ended
     *            open purchases that it gave up because they can no longer be paid
     * @param audited
     *            paid purchases that the gateway was asked about
     * @param events
     *            events of the gateway that it read
     * @param missed
     *            those of them that had never been delivered
     * @param complete
     *            whether it came to the end of everything; else the next pass goes on
     * @param reached
     *            whether the gateway answered all along
     */
    record Report(Instant at, int checked, int fulfilled, int ended, int audited, int events, int missed,
            boolean complete, boolean reached) {}
}
