package scrip.application.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Notices on their way out (the transactional outbox): they wait here from the turn that wrote them, become deliveries,
 * one for each address, and are sent by any node, each until it arrives or is given up.
 */
public interface Outbox {

    /** How many tries of a delivery are kept: more than there are in a day without sending it again. */
    int KEPT = 25;

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

    /**
     * Keeps what came of a try, for good while it is one of the latest {@value #KEPT} of its delivery. One that has arrived
     * meanwhile stays so, whatever a slower try says.
     *
     * @param retryAt
     *            when to try again if it has not arrived, or null to give it up
     */
    void keep(Delivery.Key delivery, Attempt attempt, @Nullable Instant retryAt);

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

    /**
     * @param deliveries
     *            at most 100
     * @return the tries of each that are kept, newest first; none of one that was not tried yet
     */
    Map<Delivery.Key, List<Attempt>> attempts(Collection<Delivery.Key> deliveries);
}
