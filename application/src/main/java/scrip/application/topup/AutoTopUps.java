package scrip.application.topup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scrip.application.payment.ChargeReply;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.PaymentGateway;
import scrip.application.payment.PaymentNews;
import scrip.application.payment.SavedCardOrder;
import scrip.application.pool.Answer;
import scrip.application.pool.Ask;
import scrip.application.pool.Deed;
import scrip.application.pool.Desk;
import scrip.application.pool.UnavailableException;
import scrip.application.pool.Wants;
import scrip.application.purchase.Fulfilment;
import scrip.application.purchase.PurchaseStore;
import scrip.application.purchase.Quote;
import scrip.application.purchase.QuoteReply;
import scrip.application.purchase.Quotes;
import scrip.application.purchase.StableId;
import scrip.application.reading.Balances;
import scrip.domain.pool.Command;
import scrip.domain.purchase.Order;
import scrip.domain.purchase.Purchase;
import scrip.domain.topup.AutoTopUp;
import scrip.domain.topup.AutoTopUp.Outcome;

/**
 * Tops pools up by themselves. Each attempt has a number that names its purchase: whoever takes it up, after whatever
 * broke, goes on with the same purchase and the same payment. Its end is one change of the pool like any other's.
 */
public final class AutoTopUps {

    private static final Logger LOG = LoggerFactory.getLogger(AutoTopUps.class);
    private static final int AT_ONCE = 50;
    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final Desk desk;
    private final Selling selling;
    private final PaymentGateway gateway;
    private final AutoTopUpStore store;
    private final InstantSource clock;

    /**
     * What buying rests on.
     *
     * @param offered
     *            whether anything is bought automatically here at all
     */
    public record Selling(Balances balances, Quotes quotes, PurchaseStore purchases, Fulfilment fulfilment,
            boolean offered) {}

    public AutoTopUps(Desk desk, Selling selling, PaymentGateway gateway, AutoTopUpStore store, InstantSource clock) {
        this.desk = desk;
        this.selling = selling;
        this.gateway = gateway;
        this.store = store;
        this.clock = clock;
    }

    /** Begins what is due and goes on with what runs; any node may do so at any time. */
    public void work() {
        Instant now = clock.instant();
        store.running(now.minus(AGAIN), AT_ONCE).forEach(running -> guarded(running, () -> goOn(running, now)));
        if (selling.offered) {
            store.low(gateway.mode(), now, AT_ONCE).forEach(low -> guarded(low, () -> begin(low, now)));
        }
    }

    /** One that cannot be dealt with must not keep all others from it. */
    private static void guarded(AutoTopUpStore.Versioned one, Runnable work) {
        try {
            work.run();
        } catch (UnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("The top-up of {} failed", one.topUp().pool(), e);
        }
    }

    /** Only the balance as it is now counts. A pool whose row is behind the time is brought forward, or it stays in the way. */
    private void begin(AutoTopUpStore.Versioned low, Instant now) {
        AutoTopUp topUp = low.topUp();
        boolean due = selling.balances.now(topUp.pool()).filter(pool -> topUp.isDue(pool.available(), now)).isPresent();
        if (!due) {
            desk.ask(Ask.of(topUp.pool(), new Command.Touch()));
            return;
        }
        AutoTopUp begun = topUp.begun(now);
        if (store.keep(begun, low.version())) {
            goOn(new AutoTopUpStore.Versioned(begun, low.version() + 1), now);
        }
    }

    private void goOn(AutoTopUpStore.Versioned running, Instant now) {
        AutoTopUp topUp = running.topUp();
        store.tried(topUp.pool(), now);
        String id = purchaseOf(topUp);
        boolean ordered = topUp.settings().enabled() ? order(id, topUp) : selling.purchases.byId(id).isPresent();
        if (!ordered) {
            end(running, Outcome.REFUSED);
            return;
        }
        Purchase purchase = selling.purchases.byId(id)
                .orElseThrow(() -> new IllegalStateException("purchase " + id + " was ordered and is gone"));
        switch (purchase.status()) {
            case PENDING -> charge(running, purchase, now);
            case FAILED -> end(running, Outcome.DECLINED);
            case EXPIRED -> end(running, Outcome.GIVEN_UP);
            case PAID, REFUNDED, PARTIALLY_REFUNDED, DISPUTED -> end(running, Outcome.PAID);
        }
    }

    /** @return whether the purchase is durable now; not if it is not for sale to the pool */
    private boolean order(String id, AutoTopUp topUp) {
        Answer answer = desk.ask(Ask.unkeyed(topUp.pool(), Wants.purchase(id), (turn, found) -> {
            if (found.purchases().get(id) != null) {
                return Deed.Outcome.notKept(new Answer(1, ""));
            }
            if (!(selling.quotes.quote(turn.pool(), topUp.settings().credits(),
                    null) instanceof QuoteReply.Quoted(Quote quote))) {
                return Deed.Outcome.notKept(new Answer(0, ""));
            }
            Order order = new Order(quote.credits(), quote.bonus(), quote.subtotal(), quote.discount(), null,
                    Order.AUTOMATIC,
                    found.now());
            return new Deed.Outcome(new Answer(1, ""), false, List.of(Purchase.ordered(id, topUp.pool(), order)));
        }));
        return answer.status() == 1;
    }

    private void charge(AutoTopUpStore.Versioned running, Purchase purchase, Instant now) {
        AutoTopUp.Card card = running.topUp().card();
        if (card == null) {
            fail(purchase, now);
            end(running, Outcome.DECLINED);
            return;
        }
        boolean off = !running.topUp().settings().enabled();
        if (off || purchase.createdAt().plus(PaymentGateway.KEY_LIFE).isBefore(now)) {
            giveUp(running, purchase);
            return;
        }
        switch (gateway.charge(new SavedCardOrder(purchase.id(), Long.toString(purchase.pool().value()),
                purchase.order().total(), card.customer(), card.method()))) {
            case ChargeReply.Paid(CheckoutState payment) -> {
                selling.fulfilment.apply(payment, now);
                end(running, Outcome.PAID);
            }
            case ChargeReply.Declined(String detail) -> {
                LOG.info("The top-up of {} was declined: {}", purchase.pool(), detail);
                fail(purchase, now);
                end(running, Outcome.DECLINED);
            }
            case ChargeReply.Processing _ -> LOG.debug("The bank takes its time with {}", purchase.id());
            case ChargeReply.Unavailable(String detail) ->
                    LOG.warn("The gateway did not charge {}, and is asked again: {}", purchase.id(), detail);
        }
    }

    /**
     * Nobody asks any more: asked so late, or without its owner's consent, the card could be charged for what is not wanted.
     * Should it have been charged, the gateway's event tells.
     */
    private void giveUp(AutoTopUpStore.Versioned running, Purchase purchase) {
        selling.fulfilment.giveUpUnanswered(purchase);
        end(running, Outcome.GIVEN_UP);
    }

    /** A payment that failed is told to the admins by the pool's turn (rule 31). */
    private void fail(Purchase purchase, Instant now) {
        CheckoutState failed = new CheckoutState("", purchase.id(), CheckoutState.Status.EXPIRED,
                CheckoutState.PaymentStatus.UNPAID, null, new CheckoutState.Receipt(null, null, null, null, null));
        selling.fulfilment.apply(new PaymentNews.CheckoutFailed(failed), now);
    }

    /** Ends the attempt, whatever else was changed meanwhile; of several who end it, one does. */
    private void end(AutoTopUpStore.Versioned running, Outcome outcome) {
        AutoTopUpStore.Versioned read = running;
        int attempt = running.topUp().progress().attempt();
        while (read.topUp().progress().attempt() == attempt
                && !store.keep(read.topUp().ended(outcome, clock.instant()), read.version())) {
            Optional<AutoTopUpStore.Versioned> now = store.find(read.topUp().pool());
            if (now.isEmpty()) {
                return;
            }
            read = now.get();
        }
    }

    /** The same attempt always names the same purchase. */
    private static String purchaseOf(AutoTopUp topUp) {
        return "pur_" + StableId.of("auto-top-up", topUp.pool().value(), topUp.progress().attempt());
    }

}
