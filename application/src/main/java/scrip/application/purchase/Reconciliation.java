package scrip.application.purchase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scrip.application.payment.CheckoutLookup;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.EventsReply;
import scrip.application.payment.PaymentGateway;
import scrip.application.payment.VerifiedEvent;
import scrip.application.pool.UnavailableException;
import scrip.application.purchase.ReconciliationStore.Page;
import scrip.application.purchase.ReconciliationStore.Place;
import scrip.application.purchase.ReconciliationStore.Position;
import scrip.application.purchase.ReconciliationStore.Report;
import scrip.domain.purchase.Purchase;

/**
 * Compares us with the gateway and makes good what was never told (rule 26): it asks about the purchases that are open,
 * reads the gateway's recent events for those that were never delivered, and asks about purchases that are paid here.
 * What differs is raised and never fulfilled. Each pass does a bounded part and goes on where the last one ended.
 */
public final class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    /** A scheduled pass leaves those alone whose webhook should be on its way. */
    private static final Duration TIME_FOR_THE_WEBHOOK = Duration.ofMinutes(5);
    /** An event may show up in the list after younger ones have been read. */
    private static final Duration OVERLAP = Duration.ofHours(1);
    /** As long as the gateway keeps its events. */
    private static final Duration FIRST_LOOK_BACK = Duration.ofDays(30);
    private static final int OPEN = 200;
    private static final int PAID = 50;
    private static final int PAGES = 10;
    /** So many questions in a row without an answer: the gateway is down. */
    private static final int PATIENCE = 3;

    private final PaymentGateway gateway;
    private final Fulfilment fulfilment;
    private final Webhooks webhooks;
    private final Records records;
    private final InstantSource clock;

    /** What is on record here. */
    public record Records(PurchaseStore purchases, Inbox inbox, Discrepancies discrepancies,
            ReconciliationStore progress) {}

    public Reconciliation(PaymentGateway gateway, Fulfilment fulfilment, Webhooks webhooks, Records records,
            InstantSource clock) {
        this.gateway = gateway;
        this.fulfilment = fulfilment;
        this.webhooks = webhooks;
        this.records = records;
        this.clock = clock;
    }

    /**
     * A pass on the schedule of all nodes together.
     *
     * @return nothing if none is due
     */
    public Optional<Report> runIfDue(Duration every) {
        Instant now = clock.instant();
        return records.progress.begin(now, every) ? Optional.of(pass(now.minus(TIME_FOR_THE_WEBHOOK)))
                : Optional.empty();
    }

    /** A pass now, over every open purchase however young. */
    public Report run() {
        return pass(clock.instant().plus(1, ChronoUnit.MICROS));
    }

    private Report pass(Instant createdBefore) {
        Pass pass = new Pass(records.progress.position());
        pass.askAboutOpen(createdBefore);
        pass.readEvents();
        pass.askAboutPaid();
        Report report = pass.report();
        records.progress.end(pass.position, report);
        LOG.info("Reconciled: {}", report);
        return report;
    }

    /** One pass: counts as it goes. */
    private final class Pass {

        private final Instant begunAt = clock.instant();
        private Position position;
        private int checked;
        private int fulfilled;
        private int ended;
        private int audited;
        private int events;
        private int missed;
        private int unanswered;
        private boolean complete = true;
        private boolean reached = true;

        Pass(Position position) {
            this.position = position;
        }

        Report report() {
            return new Report(begunAt, checked, fulfilled, ended, audited, events, missed, complete && reached,
                    reached);
        }

        private boolean isDown() {
            return unanswered >= PATIENCE;
        }

        void askAboutOpen(Instant createdBefore) {
            List<Purchase> open = records.purchases.pending(position.open(), createdBefore, OPEN);
            Place last = walk(open, Purchase::createdAt, this::follow, position.open());
            boolean end = open.size() < OPEN && !isDown();
            complete &= end;
            position = new Position(position.eventsSince(), position.page(), end ? null : last, position.paid());
        }

        /** Takes purchases one after another for as long as the gateway answers. */
        private @Nullable Place walk(List<Purchase> purchases, Function<Purchase, Instant> order,
                Consumer<Purchase> step, @Nullable Place from) {
            Place last = from;
            for (Purchase purchase : purchases) {
                if (isDown()) {
                    break;
                }
                take(purchase, step);
                last = new Place(order.apply(purchase), purchase.id());
            }
            return last;
        }

        /** One that cannot be dealt with must not keep all others, and the events, from it. */
        private void take(Purchase purchase, Consumer<Purchase> step) {
            try {
                step.accept(purchase);
            } catch (UnavailableException e) {
                throw e;
            } catch (RuntimeException e) {
                complete = false;
                LOG.error("Purchase {} could not be reconciled", purchase.id(), e);
            }
        }

        /**
         * A purchase that never got a checkout cannot be paid any more once that would have closed; an automatic top-up has
         * none, and whoever charges the card ends it.
         */
        private void follow(Purchase purchase) {
            boolean over = purchase.checkoutEndsAt().plus(TIME_FOR_THE_WEBHOOK).isBefore(begunAt);
            if (purchase.checkout() != null) {
                checked++;
                ask(purchase, purchase.checkout().session(), over);
            } else if (over && !purchase.order().isAutomatic()) {
                giveUp(purchase);
            }
        }

        private void ask(Purchase purchase, String session, boolean over) {
            switch (answer(session)) {
                case CheckoutLookup.Found(CheckoutState state) -> count(fulfilment.apply(state, begunAt), state);
                case CheckoutLookup.NotFound _ when over -> {
                    raise(Discrepancy.Kind.UNKNOWN_CHECKOUT, session,
                            "purchase " + purchase.id() + " waited for it; it was given up");
                    giveUp(purchase);
                }
                case CheckoutLookup.NotFound _,CheckoutLookup.Unavailable _ -> {
                    // Asked again next time.
                }
            }
        }

        private CheckoutLookup answer(String session) {
            CheckoutLookup found = gateway.find(session);
            boolean none = found instanceof CheckoutLookup.Unavailable;
            unanswered = none ? unanswered + 1 : 0;
            reached &= !none;
            return found;
        }

        private void count(Fulfilment.Outcome outcome, CheckoutState state) {
            fulfilled += outcome == Fulfilment.Outcome.FULFILLED ? 1 : 0;
            ended += state.status() == CheckoutState.Status.EXPIRED ? 1 : 0;
        }

        private void giveUp(Purchase purchase) {
            fulfilment.giveUp(purchase);
            ended++;
        }

        /** The list comes newest first, so how far it has been read moves only once its end is reached. */
        void readEvents() {
            Instant since = position.eventsSince() == null ? begunAt.minus(FIRST_LOOK_BACK) : position.eventsSince();
            Page at = position.page();
            String cursor = at == null ? null : at.cursor();
            Instant listBegunAt = at == null ? begunAt : at.begunAt();
            boolean end = false;
            for (int i = 0; i < PAGES && !end; i++) {
                if (!(gateway.eventsSince(since,
                        cursor) instanceof EventsReply.Page(List<VerifiedEvent> list, String next))) {
                    reached = false;
                    break;
                }
                catchUp(list);
                cursor = next;
                end = next == null;
            }
            complete &= end;
            position = new Position(end ? listBegunAt.minus(OVERLAP) : since,
                    end || cursor == null ? null : new Page(cursor, listBegunAt), position.open(), position.paid());
        }

        /** Oldest first, as they would have been delivered. */
        private void catchUp(List<VerifiedEvent> list) {
            events += list.size();
            Set<String> unheard = list.isEmpty() ? Set.of()
                    : records.inbox.missing(list.stream().map(VerifiedEvent::id).collect(Collectors.toSet()));
            for (VerifiedEvent event : list.reversed()) {
                if (unheard.contains(event.id())) {
                    webhooks.catchUp(event).ifPresent(outcome -> {
                        missed++;
                        fulfilled += outcome == Fulfilment.Outcome.FULFILLED ? 1 : 0;
                    });
                }
            }
        }

        /** What was paid of late may still be told, so the audit keeps behind. */
        void askAboutPaid() {
            Place from = position.paid() == null ? new Place(begunAt.minus(FIRST_LOOK_BACK), "") : position.paid();
            List<Purchase> paid = records.purchases.paid(from, begunAt.minus(OVERLAP), PAID);
            Place last = walk(paid, purchase -> purchase.payment() == null ? from.at() : purchase.payment().paidAt(),
                    this::audit, from);
            complete &= paid.size() < PAID && !isDown();
            position = new Position(position.eventsSince(), position.page(), position.open(), last);
        }

        private void audit(Purchase purchase) {
            if (purchase.checkout() == null) {
                return; // no page tells of it: nothing was due, or a saved card was charged, which told by itself
            }
            audited++;
            String session = purchase.checkout().session();
            CheckoutLookup found = answer(session);
            if (found instanceof CheckoutLookup.NotFound
                    || (found instanceof CheckoutLookup.Found(CheckoutState state) && !state.isPaid())) {
                raise(Discrepancy.Kind.NOT_PAID_THERE, session,
                        "purchase " + purchase.id() + " is paid here, but not at the gateway");
            }
        }

        private void raise(Discrepancy.Kind kind, String subject, String detail) {
            LOG.error("Reconciliation: {} {}: {}", kind.key(), subject, detail);
            records.discrepancies.raise(kind, subject, detail, begunAt);
        }
    }
}
