package scrip.application.purchase;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scrip.application.payment.PaymentGateway;
import scrip.application.payment.PaymentRefusal;
import scrip.application.payment.RefundOrder;
import scrip.application.payment.RefundReply;
import scrip.application.pool.Answer;
import scrip.application.pool.Ask;
import scrip.application.pool.Deed;
import scrip.application.pool.Desk;
import scrip.application.pool.RequestKey;
import scrip.application.pool.UnavailableException;
import scrip.application.pool.Wants;
import scrip.domain.pool.Turn;
import scrip.domain.pricing.Money;
import scrip.domain.purchase.OwnRefund;
import scrip.domain.purchase.Purchase;
import scrip.domain.purchase.RefundIntent;
import scrip.domain.purchase.Refundable;

/**
 * Refunds by the operator (rule 28): first the unused credits are taken and the intent is made durable in one turn, then
 * the gateway is asked, then its answer is made durable. Nobody can spend what is being paid back, and the gateway's own
 * news of the refund finds its credits taken. Whatever breaks in between, the same request goes on where it stopped, and
 * so does the sweep: the refund's key comes from the request's and is the gateway's idempotency key in turn.
 */
public final class Refunds {

    private static final Logger LOG = LoggerFactory.getLogger(Refunds.class);
    private static final int SWEEP = 100;
    private static final Duration TIME_FOR_THE_REQUEST = Duration.ofMinutes(2);

    /** Stands for "go on": the intent is durable and the gateway comes next. It never goes out. */
    private static final Answer INTENDED = new Answer(0, "");

    private final Desk desk;
    private final PurchaseStore purchases;
    private final Discrepancies discrepancies;
    private final PaymentGateway gateway;
    private final InstantSource clock;

    /** What is on record beside the pools. */
    public record Records(PurchaseStore purchases, Discrepancies discrepancies) {}

    public Refunds(Desk desk, Records records, PaymentGateway gateway, InstantSource clock) {
        this.desk = desk;
        this.purchases = records.purchases;
        this.discrepancies = records.discrepancies;
        this.gateway = gateway;
        this.clock = clock;
    }

    /**
     * Pays back what is unused of a purchase and removes those credits.
     *
     * @throws scrip.application.pool.UnavailableException
     *             if the store cannot serve now; the same request may be tried again
     */
    public Answer refund(RefundRequest request, RefundWriter writer) {
        Optional<Purchase> purchase = purchases.byId(request.purchase());
        if (purchase.isEmpty()) {
            return writer.write(new RefundOutcome.NoSuchPurchase());
        }
        Refund refund = new Refund(purchase.get(), keyOf(request), request.key(), writer);
        Answer first = refund.change((now, turn) -> intend(refund, now, request.reason(), turn));
        return first.equals(INTENDED) ? payBack(refund) : first;
    }

    /** One refund on its way. */
    private final class Refund {

        private final Purchase purchase;
        private final String key;
        private final @Nullable RequestKey request;
        private final RefundWriter writer;

        /**
         * @param key
         *            names it, here and at the gateway
         * @param request
         *            the key of the request that waits for it, null if none does
         */
        Refund(Purchase purchase, String key, @Nullable RequestKey request, RefundWriter writer) {
            this.purchase = purchase;
            this.key = key;
            this.request = request;
            this.writer = writer;
        }

        Answer change(BiFunction<Purchase, Turn, Deed.Outcome> change) {
            Answer reused = writer.write(new RefundOutcome.KeyReused());
            return desk.ask(new Ask(purchase.pool(), request, Wants.purchase(purchase.id()), (turn, found) -> {
                Purchase now = found.purchases().get(purchase.id());
                if (now == null) {
                    throw new IllegalStateException("purchase " + purchase.id() + " was there and is gone");
                }
                return change.apply(now, turn);
            }, reused));
        }

        Deed.Outcome refunded(Purchase after, OwnRefund own) {
            Money amount = Money.of(after.withTax(own.what().amount()), after.order().total().currency());
            return new Deed.Outcome(writer.write(new RefundOutcome.Refunded(own.what().credits(), amount)), true,
                    List.of(after));
        }
    }

    private Deed.Outcome intend(Refund refund, Purchase now, String reason, Turn turn) {
        OwnRefund begun = now.reversals().ownRefunds().get(refund.key);
        if (begun != null) {
            return goOn(refund, now, begun, reason);
        }
        Optional<Refundable> what = now.refundable(turn.pool());
        return what.isEmpty()
                ? Deed.Outcome.notKept(refund.writer.write(new RefundOutcome.Refused(now.notRefundable())))
                : new Deed.Outcome(INTENDED, false, List.of(now.refundedByOperator(what.get(),
                        new RefundIntent(refund.key, reason, turn.pool().asOf()), turn)));
    }

    /** An earlier try of the same request has come this far. */
    private static Deed.Outcome goOn(Refund refund, Purchase now, OwnRefund begun, String reason) {
        if (!begun.reason().equals(reason)) {
            return Deed.Outcome.notKept(refund.writer.write(new RefundOutcome.KeyReused()));
        }
        return begun.isPending() ? Deed.Outcome.notKept(INTENDED) : refund.refunded(now, begun);
    }

    private Answer payBack(Refund refund) {
        Purchase purchase = purchases.byId(refund.purchase.id()).orElseThrow();
        OwnRefund own = purchase.reversals().ownRefunds().get(refund.key);
        if (own == null) {
            // Another try of the same request was refused meanwhile.
            return refund.writer.write(new RefundOutcome.RefusedByGateway(PaymentRefusal.OTHER));
        }
        if (couldPayTwice(own)) {
            return refund.writer.write(new RefundOutcome.Unanswered());
        }
        return switch (gateway.refund(order(purchase, refund.key, own))) {
            case RefundReply.Made made -> refund.change((now, turn) -> made(refund, now, made, turn));
            case RefundReply.Refused no -> {
                LOG.warn("The gateway refused to refund purchase {}: {} ({})", purchase.id(), no.reason(), no.detail());
                yield refund.change((now, turn) -> refused(refund, now,
                        new RefundOutcome.RefusedByGateway(no.reason()), turn));
            }
            case RefundReply.Unavailable unavailable -> {
                LOG.warn("The gateway did not refund purchase {}: {}", purchase.id(), unavailable.detail());
                yield refund.writer.write(new RefundOutcome.Pending());
            }
        };
    }

    /** The gateway may have forgotten its key, so it is not asked again. */
    private boolean couldPayTwice(OwnRefund own) {
        return own.askedAt().plus(PaymentGateway.KEY_LIFE).isBefore(clock.instant());
    }

    private static RefundOrder order(Purchase purchase, String key, OwnRefund own) {
        Purchase.Payment payment = purchase.payment();
        if (payment == null || payment.intent() == null) {
            throw new IllegalStateException("purchase " + purchase.id() + " is to be refunded and was never paid");
        }
        return new RefundOrder(payment.intent(),
                Money.of(purchase.withTax(own.what().amount()), purchase.order().total().currency()),
                idempotencyKey(purchase, key), own.reason());
    }

    /** Also names the refund to the operator, who finds it in the gateway's log of requests. */
    private static String idempotencyKey(Purchase purchase, String key) {
        return "refund-" + purchase.id() + "-" + key;
    }

    private static Deed.Outcome made(Refund refund, Purchase now, RefundReply.Made made, Turn turn) {
        OwnRefund own = now.reversals().ownRefunds().get(refund.key);
        if (own == null) {
            throw new IllegalStateException("refund " + made.refund() + " was made and its intent is gone");
        }
        LOG.info("Purchase {} is refunded with {}: {} credits", now.id(), own.what().amount(), own.what().credits());
        return refund.refunded(now.operatorRefundMade(refund.key, made.refund(), turn), own);
    }

    private static Deed.Outcome refused(Refund refund, Purchase now, RefundOutcome why, Turn turn) {
        OwnRefund own = now.reversals().ownRefunds().get(refund.key);
        List<Purchase> changed = own != null && own.isPending()
                ? List.of(now.operatorRefundRefused(refund.key, turn))
                : List.of();
        return new Deed.Outcome(refund.writer.write(why), false, changed);
    }

    /**
     * Asks the gateway again for refunds that it has not answered; those that it must not be asked for any more are
     * raised as a discrepancy and left to the operator.
     *
     * @return how many there were
     */
    public int sweep() {
        List<Purchase> waiting = purchases.refunding(clock.instant().minus(TIME_FOR_THE_REQUEST), SWEEP);
        waiting.forEach(
                purchase -> purchase.reversals().ownRefunds().forEach((key, own) -> guarded(purchase, key, own)));
        return waiting.size();
    }

    /** One that cannot be dealt with must not keep all others from it. */
    private void guarded(Purchase purchase, String key, OwnRefund own) {
        try {
            takeUp(purchase, key, own);
        } catch (UnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Refund {} of purchase {} could not be taken up", key, purchase.id(), e);
        }
    }

    private void takeUp(Purchase purchase, String key, OwnRefund own) {
        Refund refund = new Refund(purchase, key, null, _ -> INTENDED);
        if (own.isToBeAsked() && couldPayTwice(own)) {
            leave(refund, own);
        } else if (own.isToBeAsked()) {
            payBack(refund);
        }
    }

    /** Raised first: whoever dies in between leaves it to the next sweep, which raises the same again. */
    private void leave(Refund refund, OwnRefund own) {
        String purchase = refund.purchase.id();
        String detail = "the gateway has not said whether it paid back " + own.what().amount()
                + " in minor units of purchase " + purchase + "; " + own.what().credits() + " credits stay set aside";
        LOG.error("Refund {} of purchase {}: {}", refund.key, purchase, detail);
        discrepancies.raise(Discrepancy.Kind.UNANSWERED_REFUND, idempotencyKey(refund.purchase, refund.key), detail,
                clock.instant());
        refund.change((now, _) -> new Deed.Outcome(INTENDED, false, List.of(now.operatorRefundLeft(refund.key))));
    }

    /** Another request is another refund, although what is left may come to the same sum. */
    private static String keyOf(RefundRequest request) {
        return StableId.of(request.purchase(), request.key().key());
    }
}
