package scrip.payment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.stripe.param.PaymentIntentRetrieveParams;
import scrip.application.payment.CardLookup;
import scrip.application.payment.CheckoutLookup;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.CheckoutState.Receipt;
import scrip.application.payment.PaymentNews;
import scrip.application.payment.PaymentNews.PaymentRef;
import scrip.application.payment.VerifiedEvent;
import scrip.domain.pricing.Money;

/**
 * Says what Stripe's events mean for a purchase. The signed event is believed for what it says; Stripe is asked only for
 * what it leaves out, and for the whole object if that cannot be read.
 */
final class StripeNews {

    /** The types of events that mean anything to a purchase. */
    static final List<String> TYPES = List.of("checkout.session.completed", "checkout.session.async_payment_succeeded",
            "checkout.session.async_payment_failed", "checkout.session.expired", "charge.refunded", "refund.updated",
            "refund.failed", "charge.dispute.created", "charge.dispute.closed", "charge.dispute.funds_withdrawn",
            "charge.dispute.funds_reinstated", "payment_intent.succeeded", "payment_intent.payment_failed");

    private final StripeConnection stripe;
    private final StripeCheckouts checkouts;

    StripeNews(StripeConnection stripe, StripeCheckouts checkouts) {
        this.stripe = stripe;
        this.checkouts = checkouts;
    }

    PaymentNews interpret(String raw) {
        Optional<StripeJson> json = StripeJson.parse(raw);
        Optional<VerifiedEvent> event = json.flatMap(read -> StripeReading.event(read, raw));
        Optional<StripeJson> subject = json.flatMap(read -> read.object("data"))
                .flatMap(data -> data.object("object"));
        if (event.isEmpty()) {
            return new PaymentNews.Unreadable("not an event");
        }
        if (!TYPES.contains(event.get().type())) {
            return new PaymentNews.NotUsed(event.get().type());
        }
        return subject.map(object -> interpret(event.get(), object))
                .orElseGet(() -> new PaymentNews.Unreadable(event.get().type() + " without an object"));
    }

    private PaymentNews interpret(VerifiedEvent event, StripeJson object) {
        return switch (event.type()) {
            case "checkout.session.completed", "checkout.session.async_payment_succeeded" ->
                    checkout(event, object, state -> new PaymentNews.CheckoutCompleted(withCharge(state)));
            case "checkout.session.async_payment_failed" -> checkout(event, object, PaymentNews.CheckoutFailed::new);
            case "checkout.session.expired" -> checkout(event, object, PaymentNews.CheckoutExpired::new);
            case "payment_intent.succeeded" ->
                    payment(event, object, state -> new PaymentNews.CheckoutCompleted(withCharge(state)));
            case "payment_intent.payment_failed" -> payment(event, object, PaymentNews.CheckoutFailed::new);
            case "charge.refunded" -> refunded(event, object);
            case "refund.failed" -> refundFailed(event, object);
            case "refund.updated" -> refundUpdated(event, object);
            default -> dispute(event, object);
        };
    }

    private PaymentNews checkout(VerifiedEvent event, StripeJson object, Function<CheckoutState, PaymentNews> news) {
        if (StripeReading.isToSaveACard(object)) {
            return card(event, object);
        }
        Optional<CheckoutState> told = StripeReading.checkout(object);
        boolean whole = told.filter(state -> state.amounts() != null).isPresent();
        return whole ? used(event, told, news)
                : switch (checkouts.find(object.text("id").orElse(""))) {
                    case CheckoutLookup.Found(CheckoutState state) -> used(event, Optional.of(state), news);
                    case CheckoutLookup.NotFound _ -> used(event, told, news);
                    // What was paid is compared with the price, so it has to be known first.
                    case CheckoutLookup.Unavailable(String detail) -> new PaymentNews.Unreadable(detail);
                };
    }

    private static PaymentNews used(VerifiedEvent event, Optional<CheckoutState> known,
            Function<CheckoutState, PaymentNews> news) {
        if (known.isEmpty()) {
            return new PaymentNews.Unreadable(event.type() + " about a session that cannot be read");
        }
        return known.get().purchase() == null ? new PaymentNews.NotUsed(event.type()) : news.apply(known.get());
    }

    /** The event names the card's owner but not the card. */
    private PaymentNews card(VerifiedEvent event, StripeJson page) {
        PaymentNews none = new PaymentNews.NotUsed(event.type());
        if (!event.type().equals("checkout.session.completed")) {
            return none;
        }
        return switch (new StripeCards(stripe).find(page.text("id").orElse(""))) {
            case CardLookup.Saved saved -> new PaymentNews.CardSaved(saved);
            case CardLookup.None _ -> none;
            case CardLookup.Unavailable(String detail) -> new PaymentNews.Unreadable(detail);
        };
    }

    /** Payments made on a page are told by the page's own events. */
    private static PaymentNews payment(VerifiedEvent event, StripeJson object,
            Function<CheckoutState, PaymentNews> news) {
        return StripeReading.isOffSession(object)
                ? StripeReading.payment(object).map(news).orElseGet(
                        () -> new PaymentNews.Unreadable(event.type() + " about a payment that cannot be read"))
                : new PaymentNews.NotUsed(event.type());
    }

    /** An event names the payment but not its charge, whose time is the time of payment (rule 10). */
    private CheckoutState withCharge(CheckoutState state) {
        String intent = state.receipt().paymentIntent();
        if (!state.isPaid() || intent == null || state.receipt().charge() != null) {
            return state;
        }
        PaymentIntentRetrieveParams withCharge = PaymentIntentRetrieveParams.builder().addExpand("latest_charge")
                .build();
        StripeAnswer<StripeJson> answer = stripe
                .askForObject(client -> client.v1().paymentIntents().retrieve(intent, withCharge));
        if (answer instanceof StripeAnswer.Done<StripeJson>(StripeJson found)) {
            Receipt known = StripeReading.receipt(found, state.receipt().customer());
            return state.with(known);
        }
        return state;
    }

    private PaymentNews refunded(VerifiedEvent event, StripeJson told) {
        StripeJson charge = told.money("amount_refunded").isPresent() && told.money("amount").isPresent()
                ? told
                : told.text("id").flatMap(this::charge).orElse(told);
        Optional<Money> refunded = charge.money("amount_refunded");
        Optional<Money> charged = charge.money("amount");
        Optional<String> id = charge.text("id");
        if (refunded.isEmpty() || charged.isEmpty() || id.isEmpty()) {
            return new PaymentNews.Unreadable(event.type() + " about a charge that cannot be read");
        }
        PaymentRef payment = new PaymentRef(charge.reference("payment_intent").orElse(null), id.get());
        if (StripeReading.purchaseOf(charge).isEmpty() && isForeign(payment)) {
            return new PaymentNews.NotUsed(event.type());
        }
        List<String> refunds = charge.list("refunds").stream().flatMap(refund -> refund.text("id").stream()).toList();
        return new PaymentNews.MoneyRefunded(payment, refunded.get(), charged.get(), refunds, event.created());
    }

    private PaymentNews refundUpdated(VerifiedEvent event, StripeJson refund) {
        boolean failed = refund.text("status").filter(List.of("failed", "canceled")::contains).isPresent();
        return failed ? refundFailed(event, refund) : new PaymentNews.NotUsed(event.type());
    }

    private PaymentNews refundFailed(VerifiedEvent event, StripeJson told) {
        StripeJson refund = told.money("amount").isPresent()
                ? told
                : told.text("id").flatMap(
                        id -> done(stripe.askForObject(client -> client.v1().refunds().retrieve(id)))).orElse(told);
        return about(event, refund, subject -> new PaymentNews.RefundFailed(subject.payment(), subject.id(),
                subject.amount(), event.created()));
    }

    private PaymentNews dispute(VerifiedEvent event, StripeJson told) {
        StripeJson dispute = told.money("amount").isPresent()
                ? told
                : told.text("id").flatMap(
                        id -> done(stripe.askForObject(client -> client.v1().disputes().retrieve(id)))).orElse(told);
        String status = dispute.text("status").orElse("");
        return about(event, dispute, subject -> dispute(event, status, subject));
    }

    private static PaymentNews dispute(VerifiedEvent event, String status, Subject about) {
        Instant at = event.created();
        return switch (event.type()) {
            case "charge.dispute.created" -> new PaymentNews.DisputeOpened(about.payment(), about.id(), about.amount(),
                    status.startsWith("warning"), at);
            case "charge.dispute.funds_withdrawn" ->
                    new PaymentNews.DisputeOpened(about.payment(), about.id(), about.amount(), false, at);
            case "charge.dispute.funds_reinstated" ->
                    new PaymentNews.DisputeWon(about.payment(), about.id(), about.amount(), at);
            default -> closed(status, about, at);
        };
    }

    private static PaymentNews closed(String status, Subject about, Instant at) {
        return switch (status) {
            case "lost" -> new PaymentNews.DisputeLost(about.payment(), about.id(), about.amount(), at);
            // A prevented dispute was settled by a refund, which is news of its own.
            case "won", "warning_closed", "prevented" ->
                    new PaymentNews.DisputeWon(about.payment(), about.id(), about.amount(), at);
            default -> new PaymentNews.Unreadable("a dispute closed as '" + status + "'");
        };
    }

    private PaymentNews about(VerifiedEvent event, StripeJson object, Function<Subject, PaymentNews> news) {
        Optional<String> id = object.text("id");
        Optional<Money> amount = object.money("amount");
        PaymentRef payment = payment(object);
        boolean named = payment.paymentIntent() != null || payment.charge() != null;
        if (id.isEmpty() || amount.isEmpty() || !named) {
            return new PaymentNews.Unreadable(event.type() + " about an object that cannot be read");
        }
        return isForeign(payment)
                ? new PaymentNews.NotUsed(event.type())
                : news.apply(new Subject(id.get(), amount.get(), payment));
    }

    /**
     * Whether somebody else on the same account was paid: each payment of ours names its purchase, refunds and disputes
     * do not. One that cannot be looked up now may be ours.
     */
    private boolean isForeign(PaymentRef payment) {
        String intent = payment.paymentIntent();
        return intent != null && done(stripe.askForObject(client -> client.v1().paymentIntents().retrieve(intent)))
                .filter(found -> found.object("metadata").isPresent())
                .filter(found -> StripeReading.purchaseOf(found).isEmpty()).isPresent();
    }

    /** Objects of old API versions name only the charge; the charge names its payment. */
    private PaymentRef payment(StripeJson object) {
        Optional<String> charge = object.reference("charge");
        Optional<String> intent = object.reference("payment_intent")
                .or(() -> charge.flatMap(this::charge).flatMap(found -> found.reference("payment_intent")));
        return new PaymentRef(intent.orElse(null), charge.orElse(null));
    }

    private Optional<StripeJson> charge(String id) {
        return done(stripe.askForObject(client -> client.v1().charges().retrieve(id)));
    }

    private static Optional<StripeJson> done(StripeAnswer<StripeJson> answer) {
        return answer instanceof StripeAnswer.Done<StripeJson>(StripeJson found)
                ? Optional.of(found)
                : Optional.empty();
    }

    private record Subject(String id, Money amount, PaymentRef payment) {}
}
