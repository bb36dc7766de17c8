package scrip.application.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Notices on their way out (the transactional outbox): they wait here from the turn that wrote them, become deliveries,
 * one for each address, and are sent by any node, each until it arrives or is given up.
 */
public interface Outbox {

    /**
     * Takes notices whose deliveries are not made yet, oldest first; no other node gets them for as long as the claim
     * lasts.
     *
     * @param limit
     *            1 to 100
     */
    List<Posted> claimNotices(Instant now, Duration claimFor, int limit);

    /** Makes the deliveries of a notice, durably and once, however often it is asked for. */
    void dispatch(Posted notice, Collection<Delivery.Target> targets, Instant now);

    /**
     * Takes deliveries that are due, oldest first, as {@link #claimNotices} does; each counts as a try.
     *
     * @param limit
     *            1 to 100
     */
    List<Delivery> claimDeliveries(Instant now, Duration claimFor, int limit);

    /** @param outcome what the other side said, cut to 500 characters */
    void delivered(Delivery.Key delivery, Instant at, String outcome);

    /**
     * One that has arrived meanwhile stays so.
     *
     * @param why
     *            cut to 500 characters
     * @param retryAt
     *            when to try again, or null to give it up
     */
    void failed(Delivery.Key delivery, Instant at, String why, @Nullable Instant retryAt);

    /**
     * Lets a delivery begin anew, whether it has arrived or not.
     *
     * @return false if there is none
     */
    boolean resend(Delivery.Key delivery, Instant now);

    /**
     * @param limit
     *            1 to 1,000
     * @return deliveries of all pools, newest first
     */
    List<Delivery> latest(int limit);
}
