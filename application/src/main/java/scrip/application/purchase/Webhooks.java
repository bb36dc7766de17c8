package scrip.application.purchase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scrip.application.payment.CardLookup;
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
    private final Takers takers;
    private final InstantSource clock;

    /** Who takes the news: what it says of purchases, and of cards. */
    public record Takers(Fulfilment purchases, CardKeeper cards) {}

    public Webhooks(PaymentGateway gateway, Inbox inbox, Takers takers, InstantSource clock) {
        this.gateway = gateway;
        this.inbox = inbox;
        this.takers = takers;
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

    /**
     * Stores and works off an event that was never delivered.
     *
     * @return what became of it; nothing if it was delivered meanwhile
     */
    Optional<Fulfilment.Outcome> catchUp(VerifiedEvent event) {
        return inbox.take(event, clock.instant(), CLAIM)
                ? Optional.of(work(new Inbox.Waiting(event, 1)))
                : Optional.empty();
    }

    /** Lets the inbox's worker do an event again; false if there is none with this id. */
    public boolean replay(String eventId) {
        return inbox.replay(eventId, clock.instant());
    }

    /**
     * Puts a dead letter away that the operator has seen to.
     *
     * @return false if there is no dead letter with this id
     */
    public boolean putAway(String eventId, String by) {
        boolean dead = inbox.putAway(eventId, by, clock.instant());
        if (dead) {
            LOG.info("Dead letter {} was put away by {}", eventId, by);
        }
        return dead;
    }

    private Fulfilment.Outcome work(Inbox.Waiting waiting) {
        VerifiedEvent event = waiting.event();
        try {
            PaymentNews news = gateway.interpret(event.json());
            Fulfilment.Outcome outcome = take(news, event);
            file(waiting, news, outcome);
            return outcome;
        } catch (UnavailableException e) {
            retry(waiting, "the store is not available");
        } catch (RuntimeException e) {
            LOG.error("Event {} ({}) failed", event.id(), event.type(), e);
            retry(waiting, e.toString());
        }
        return Fulfilment.Outcome.NOT_YET;
    }

    private Fulfilment.Outcome take(PaymentNews news, VerifiedEvent event) {
        if (news instanceof PaymentNews.CardSaved(CardLookup.Saved card)) {
            return takers.cards.keep(card) ? Fulfilment.Outcome.DONE : Fulfilment.Outcome.NOT_OURS;
        }
        return takers.purchases.apply(news, event.created());
    }

    private void file(Inbox.Waiting waiting, PaymentNews news, Fulfilment.Outcome outcome) {
        String id = waiting.event().id();
        switch (outcome) {
            case FULFILLED, DONE -> inbox.done(id, clock.instant());
            case NOT_OURS -> inbox.ignored(id, whyNotOurs(news), clock.instant());
            case DIFFERS -> inbox.failed(id, "the money is not the purchase's: nothing was added or taken", null);
            case NOT_YET -> retry(waiting, why(news));
        }
    }

    private static String whyNotOurs(PaymentNews news) {
        return switch (news) {
            case PaymentNews.NotUsed _ -> "not about a purchase";
            case PaymentNews.CardSaved _ -> "about a card of a pool or customer that is not here";
            default -> "about a purchase that is not here";
        };
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
