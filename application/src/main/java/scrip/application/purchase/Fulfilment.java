package scrip.application.purchase;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.PaymentNews;
import scrip.application.payment.PaymentNews.PaymentRef;
import scrip.application.pool.Answer;
import scrip.application.pool.Ask;
import scrip.application.pool.Deed;
import scrip.application.pool.Desk;
import scrip.application.pool.Wants;
import scrip.application.promo.Promos;
import scrip.domain.pool.Command;
import scrip.domain.pool.Turn;
import scrip.domain.pricing.Money;
import scrip.domain.purchase.Purchase;
import scrip.domain.purchase.Reversals;
import scrip.domain.purchase.Reversals.Dispute;

/**
 * Makes what the gateway says true here, once, however often, in which order or by which way it is told (rule 25): the
 * purchase and its credits change in one turn of the pool, and a purchase that has changed already changes no more.
 */
public final class Fulfilment {

    private static final Logger LOG = LoggerFactory.getLogger(Fulfilment.class);

    private final Desk desk;
    private final PurchaseStore purchases;
    private final Promos promos;
    private final Discrepancies discrepancies;
    private final InstantSource clock;

    /** What is on record beside the pools. */
    public record Records(PurchaseStore purchases, Promos promos, Discrepancies discrepancies) {}

    public Fulfilment(Desk desk, Records records, InstantSource clock) {
        this.desk = desk;
        this.purchases = records.purchases;
        this.promos = records.promos;
        this.discrepancies = records.discrepancies;
        this.clock = clock;
    }

    /** What became of a piece of news. */
    public enum Outcome {
        /** It added the credits of a purchase. */
        FULFILLED,
        /** It is true here now, or was before. */
        DONE,
        /** It concerns no purchase of ours. */
        NOT_OURS,
        /** It does not fit the purchase, and somebody has to look: nothing was added or taken. */
        DIFFERS,
        /** It cannot be applied yet. */
        NOT_YET
    }

    /**
     * @param toldAt
     *            when the event that tells it was made: the time of payment if the gateway knows no better (rule 10)
     */
    public Outcome apply(PaymentNews news, Instant toldAt) {
        return switch (news) {
            case PaymentNews.CheckoutCompleted completed -> apply(completed.checkout(), toldAt);
            case PaymentNews.CheckoutFailed failed -> endUnpaid(failed.checkout(), Purchase.Status.FAILED);
            case PaymentNews.CheckoutExpired expired -> endUnpaid(expired.checkout(), Purchase.Status.EXPIRED);
            case PaymentNews.CardSaved _,PaymentNews.NotUsed _ -> Outcome.NOT_OURS;
            case PaymentNews.MoneyRefunded refund -> reverse(refund.payment(), refund.refunded(),
                    (purchase, turn) -> purchase.refunded(refund.refunded().minorUnits(), refund.occurredAt(), turn));
            case PaymentNews.RefundFailed failure -> reverse(failure.payment(), failure.amount(),
                    (purchase, turn) -> purchase.refundFailed(failure.refund(),
                            new Reversals.FailedRefund(failure.amount().minorUnits(), failure.occurredAt()), turn));
            case PaymentNews.DisputeOpened opened when opened.inquiry() -> Outcome.DONE;
            case PaymentNews.DisputeOpened(PaymentRef of, String id, Money amount, boolean _, Instant at) ->
                    dispute(of, id, amount, new Dispute(amount.minorUnits(), Dispute.State.OPEN, at));
            case PaymentNews.DisputeWon(PaymentRef of, String id, Money amount, Instant at) ->
                    dispute(of, id, amount, new Dispute(amount.minorUnits(), Dispute.State.WON, at));
            case PaymentNews.DisputeLost(PaymentRef of, String id, Money amount, Instant at) ->
                    dispute(of, id, amount, new Dispute(amount.minorUnits(), Dispute.State.LOST, at));
            case PaymentNews.Unreadable _ -> Outcome.NOT_YET;
        };
    }

    private Outcome dispute(PaymentRef payment, String id, Money amount, Dispute dispute) {
        return reverse(payment, amount, (purchase, turn) -> purchase.disputed(id, dispute, turn));
    }

    /** Money can go back before we have heard that it came: such news waits until its purchase is paid. */
    private Outcome reverse(PaymentRef payment, Money amount, BiFunction<Purchase, Turn, Purchase> reversal) {
        Optional<Purchase> ours = Optional.ofNullable(payment.paymentIntent()).flatMap(purchases::byIntent);
        if (ours.isEmpty()) {
            return Outcome.NOT_YET;
        }
        Money price = ours.get().order().total();
        if (price.isZero() || !price.currency().equals(amount.currency())) {
            discrepancies.raise(Discrepancy.Kind.MONEY_BACK, String.valueOf(payment.paymentIntent()),
                    words(amount) + " went back of purchase " + ours.get().id() + ", which cost " + words(price),
                    clock.instant());
            return Outcome.DIFFERS;
        }
        change(ours.get(), (now, turn) -> Optional.of(reversal.apply(now, turn)));
        return Outcome.DONE;
    }

    /** A checkout as the gateway shows it: paid ones are fulfilled, expired ones given up, open ones left alone. */
    public Outcome apply(CheckoutState checkout, Instant toldAt) {
        if (checkout.isPaid()) {
            return fulfil(checkout, toldAt);
        }
        return checkout.status() == CheckoutState.Status.EXPIRED
                ? endUnpaid(checkout, Purchase.Status.EXPIRED)
                : Outcome.DONE;
    }

    private Outcome fulfil(CheckoutState checkout, Instant toldAt) {
        Optional<Purchase> ours = find(checkout);
        if (ours.isEmpty()) {
            discrepancies.raise(Discrepancy.Kind.UNKNOWN_PURCHASE, checkout.session(),
                    "paid with " + paid(checkout) + " for purchase " + checkout.purchase() + ", which is not here",
                    clock.instant());
            return Outcome.NOT_OURS;
        }
        return fulfil(ours.get(), checkout, toldAt);
    }

    private Outcome fulfil(Purchase ours, CheckoutState checkout, Instant toldAt) {
        if (!isPriceOf(checkout, ours)) {
            String detail = "paid with " + paid(checkout) + ", but purchase " + ours.id() + " costs "
                    + words(ours.order().total());
            LOG.error("Checkout {} was {}: nothing was added", checkout.session(), detail);
            discrepancies.raise(Discrepancy.Kind.AMOUNT, checkout.session(), detail, clock.instant());
            return Outcome.DIFFERS;
        }
        Instant paidAt = checkout.receipt().paidAt() == null ? toldAt : checkout.receipt().paidAt();
        boolean changed = change(ours, (purchase, turn) -> purchase
                .paid(new Purchase.Payment(byNow(paidAt, turn), checkout.receipt().paymentIntent(),
                        checkout.receipt().url(), tax(checkout)))
                .map(paid -> credited(paid, turn)));
        return changed ? Outcome.FULFILLED : Outcome.DONE;
    }

    /** Rule 10: a payment that lies ahead of our clock counts as now. */
    private static Instant byNow(Instant paidAt, Turn turn) {
        Instant now = turn.pool().asOf();
        return paidAt.isAfter(now) ? now : paidAt;
    }

    /** An amount that the gateway does not tell, asked again, is the one it was asked for. */
    private static boolean isPriceOf(CheckoutState checkout, Purchase purchase) {
        return checkout.amounts() == null || checkout.amounts().due().equals(purchase.order().total());
    }

    private static long tax(CheckoutState checkout) {
        return checkout.amounts() == null ? 0 : checkout.amounts().tax().minorUnits();
    }

    private static String paid(CheckoutState checkout) {
        return checkout.amounts() == null ? "an unknown amount" : words(checkout.amounts().due());
    }

    private static String words(Money money) {
        return money.minorUnits() + " " + money.currency() + " in minor units";
    }

    static Purchase credited(Purchase paid, Turn turn) {
        Purchase.Payment payment = paid.payment();
        if (payment == null) {
            throw new IllegalStateException("purchase " + paid.id() + " is paid without a payment");
        }
        turn.decide(new Command.CreditPurchase(paid.id(), paid.order().credits(), paid.order().bonus(),
                payment.paidAt()));
        LOG.info("Purchase {} is paid: {} credits", paid.id(), paid.order().credits());
        return paid;
    }

    private Outcome endUnpaid(CheckoutState checkout, Purchase.Status as) {
        Optional<Purchase> ours = find(checkout);
        ours.ifPresent(purchase -> change(purchase, (now, turn) -> now.endedUnpaid(as).map(end -> told(end, turn))));
        return ours.isPresent() ? Outcome.DONE : Outcome.NOT_OURS;
    }

    /** Rule 31: a payment that failed is told; a checkout that was left alone is nobody's news. */
    private static Purchase told(Purchase ended, Turn turn) {
        if (ended.status() == Purchase.Status.FAILED) {
            turn.decide(new Command.TellPaymentFailed(ended.id(), ended.order().credits()));
        }
        return ended;
    }

    /**
     * Ends a purchase of which the gateway never said whether a saved card was charged for it, and tells the operator; should
     * it be paid all the same, its credits still come.
     */
    public void giveUpUnanswered(Purchase purchase) {
        discrepancies.raise(Discrepancy.Kind.UNANSWERED_CHARGE, purchase.id(),
                "the gateway has not said whether it charged "
                        + words(purchase.order().total()) + " to a saved card for this purchase",
                clock.instant());
        giveUp(purchase);
    }

    /** Ends a purchase whose checkout never opened; should it be paid all the same, its credits still come. */
    public void giveUp(Purchase purchase) {
        change(purchase, (now, _) -> now.endedUnpaid(Purchase.Status.EXPIRED));
    }

    private Optional<Purchase> find(CheckoutState checkout) {
        return Optional.ofNullable(checkout.purchase()).flatMap(purchases::byId)
                .or(() -> purchases.bySession(checkout.session()));
    }

    @FunctionalInterface
    private interface Change {
        Optional<Purchase> of(Purchase purchase, Turn turn);
    }

    /** @return whether anything changed, which it does once */
    private boolean change(Purchase purchase, Change change) {
        Answer answer = desk.ask(Ask.unkeyed(purchase.pool(), Wants.purchase(purchase.id()), (turn, found) -> {
            Purchase locked = found.purchases().get(purchase.id());
            List<Purchase> changed = locked == null ? List.of() : change.of(locked, turn).stream().toList();
            return new Deed.Outcome(new Answer(changed.size(), ""), false, changed);
        }));
        promos.follow(purchase);
        return answer.status() > 0;
    }
}
