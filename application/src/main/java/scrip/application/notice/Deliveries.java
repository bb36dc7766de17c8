package scrip.application.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scrip.application.pool.UnavailableException;

/**
 * Carries notices from the outbox to people and services. Any number of nodes may do so at once. What arrives may arrive
 * twice, if a node dies between sending and writing so down; it carries the same id then.
 */
public final class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    /** Longer than a courier waits, so that nothing is sent by two at once. */
    private static final Duration CLAIM = Duration.ofMinutes(2);
    private static final int BATCH = 20;

    private final Outbox outbox;
    private final Map<Channel, Courier> couriers;
    private final InstantSource clock;
    private final LongSupplier nanos;

    /**
     * @param couriers
     *            at most one for a channel; a channel without one is not used
     * @param nanos
     *            a clock that only runs forward, such as {@link System#nanoTime}, by which tries are measured
     */
    public Deliveries(Outbox outbox, List<Courier> couriers, InstantSource clock, LongSupplier nanos) {
        this.outbox = outbox;
        this.couriers = couriers.stream().collect(Collectors.toMap(Courier::channel, Function.identity()));
        this.clock = clock;
        this.nanos = nanos;
    }

    /**
     * Makes deliveries of what waits and sends those that are due, some of each.
     *
     * @return how many there were; more may wait if it is not zero
     */
    public int work() {
        return dispatch() + send();
    }

    private int dispatch() {
        List<Posted> waiting = outbox.claimNotices(clock.instant(), CLAIM, BATCH);
        waiting.forEach(posted -> outbox.dispatch(posted, targets(posted), clock.instant()));
        return waiting.size();
    }

    private List<Delivery.Target> targets(Posted posted) {
        List<Delivery.Target> targets = new ArrayList<>();
        couriers.values().forEach(courier -> courier.addresses(posted)
                .forEach(address -> targets.add(new Delivery.Target(courier.channel(), address))));
        return targets;
    }

    /** All of a batch at once: one address that answers slowly must not hold up the others. */
    private int send() {
        List<Delivery> due = outbox.claimDeliveries(clock.instant(), CLAIM, BATCH);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(delivery -> threads.execute(() -> send(delivery)));
        }
        return due.size();
    }

    private void send(Delivery delivery) {
        Instant at = clock.instant();
        long begun = nanos.getAsLong();
        try {
            Courier.Sent sent = send(couriers.get(delivery.target().channel()), delivery);
            Duration took = Duration.ofNanos(Math.max(0, nanos.getAsLong() - begun));
            outbox.keep(delivery.key(), Attempt.of(at, took, sent), retryAt(delivery, sent));
        } catch (UnavailableException e) {
            LOG.warn("What came of a delivery could not be written; it is tried again: {}", e.getMessage());
        }
    }

    private static Courier.Sent send(@Nullable Courier courier, Delivery delivery) {
        try {
            return courier == null ? new Courier.Sent.Failed("this channel is not configured") : courier.send(delivery);
        } catch (UnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("The delivery {} failed", delivery.key(), e);
            return new Courier.Sent.Failed(e.toString());
        }
    }

    private @Nullable Instant retryAt(Delivery delivery, Courier.Sent sent) {
        return sent instanceof Courier.Sent.Failed
                ? Patience.retryAt(delivery.progress().since(), delivery.progress().attempts(), clock.instant())
                        .orElse(null)
                : null;
    }
}
