package scrip.application.purchase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scrip.application.payment.PaymentGateway;
import scrip.application.payment.PaymentNews;
import scrip.application.payment.VerifiedEvent;
import scrip.application.pool.UnavailableException;

/** The gateway's events: stored before they are acknowledged, then worked off by any node, once each (rule 26). */
public final class Webhooks {

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final Duration CLAIM = Duration.ofSeconds(30);
    private static final int BATCH = 20;
    private static final int MOST_ATTEMPTS = 16;
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private final PaymentGateway gateway;
    private final Inbox inbox;
    private final Fulfilment fulfilment;
    private final InstantSource clock;

    public Webhooks(PaymentGateway gateway, Inbox inbox, Fulfilment fulfilment, InstantSource clock) {
        this.gateway = gateway;
        this.inbox = inbox;
        this.fulfilment = fulfilment;
        this.clock = clock;
    }

    /** What the gateway is told. */
    public enum Receipt {
        /** It is stored, now or before. */
        STORED,
        /** It is not genuine, or not an event. */
        REFUSED
    }

    /**
     * @param body
     *            the bytes as they came
     * @param signature
     *            the signature header, null if there was none
     * @throws UnavailableException
     *             if it cannot be stored; the gateway tries again
     */
    public Receipt receive(byte[] body, @Nullable String signature) {
        Optional<VerifiedEvent> event = gateway.verify(body, signature);
        event.ifPresent(genuine -> inbox.store(genuine, clock.instant()));
        return event.isPresent() ? Receipt.STORED : Receipt.REFUSED;
    }

    /**
     * Works off events that wait, some at a time.
     *
     * @return how many there were; more may wait if it is not zero
     */
    public int work() {
        List<Inbox.Waiting> waiting = inbox.claim(clock.instant(), CLAIM, BATCH);
        waiting.forEach(this::work);
        return waiting.size();
    }

    private void work(Inbox.Waiting waiting) {
        VerifiedEvent event = waiting.event();
        try {
            PaymentNews news = gateway.interpret(event.json());
            switch (fulfilment.apply(news, event.created())) {
                case DONE, NOT_OURS -> inbox.done(event.id(), clock.instant());
                case DIFFERS -> inbox.failed(event.id(), "differs from the purchase", null);
                case NOT_YET -> retry(waiting, why(news));
            }
        } catch (UnavailableException e) {
            retry(waiting, "the store is not available");
        } catch (RuntimeException e) {
            LOG.error("Event {} ({}) failed", event.id(), event.type(), e);
            retry(waiting, e.toString());
        }
    }

    private static String why(PaymentNews news) {
        return news instanceof PaymentNews.Unreadable unreadable ? unreadable.why() : "cannot be applied yet";
    }

    /** Waits twice as long each time; in the end the event lies with the dead letters, where the operator sees it. */
    private void retry(Inbox.Waiting waiting, String why) {
        Duration wait = Duration.ofSeconds(1L << Math.min(waiting.attempts(), MOST_ATTEMPTS));
        Instant again = clock.instant().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        inbox.failed(waiting.event().id(), why, waiting.attempts() >= MOST_ATTEMPTS ? null : again);
    }
}
