package scrip.payment;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.CheckoutState.Amounts;
import scrip.application.payment.CheckoutState.PaymentStatus;
import scrip.application.payment.CheckoutState.Receipt;
import scrip.application.payment.CheckoutState.Status;
import scrip.application.payment.VerifiedEvent;
import scrip.domain.pricing.Money;

/** Reads Stripe's objects into our own words. */
final class StripeReading {

    static final String PURCHASE = "purchase";
    static final String POOL = "pool";
    /** Marks payments without a page: those with one are told by their sessions. */
    static final String OFF_SESSION = "off_session";

    private StripeReading() {}

    /** An event, empty if the object is none. */
    static Optional<VerifiedEvent> event(StripeJson json, String raw) {
        Optional<String> id = json.text("id");
        Optional<String> type = json.text("type");
        return id.isPresent() && type.isPresent()
                ? json.instant("created").map(created -> new VerifiedEvent(id.get(), type.get(), created, raw))
                : Optional.empty();
    }

    /** A checkout session, empty if it does not say how it stands. */
    static Optional<CheckoutState> checkout(StripeJson session) {
        Optional<String> id = session.text("id");
        Optional<Status> status = session.text("status").flatMap(StripeReading::status);
        Optional<PaymentStatus> payment = session.text("payment_status").flatMap(StripeReading::paymentStatus);
        if (id.isEmpty() || status.isEmpty() || payment.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CheckoutState(id.get(), purchase(session), status.get(), payment.get(), amounts(session),
                receipt(session)));
    }

    /** A payment without a page, told as a checkout that is complete; empty if it lacks what it has to tell. */
    static Optional<CheckoutState> payment(StripeJson intent) {
        Optional<String> id = intent.text("id");
        Optional<Money> amount = intent.money("amount");
        Optional<String> purchase = purchaseOf(intent);
        if (id.isEmpty() || amount.isEmpty() || purchase.isEmpty()) {
            return Optional.empty();
        }
        boolean paid = intent.text("status").filter("succeeded"::equals).isPresent();
        return Optional.of(new CheckoutState(id.get(), purchase.get(), Status.COMPLETE,
                paid ? PaymentStatus.PAID : PaymentStatus.UNPAID,
                new Amounts(amount.get(), Money.zero(amount.get().currency())),
                receipt(intent, intent.reference("customer").orElse(null))));
    }

    /** Whether a page is there to save a card on, and nothing is paid. */
    static boolean isToSaveACard(StripeJson session) {
        return session.text("mode").filter("setup"::equals).isPresent();
    }

    /** The purchase that a payment or its charge was made for; each of ours names it. */
    static Optional<String> purchaseOf(StripeJson paymentOrCharge) {
        return paymentOrCharge.object("metadata").flatMap(metadata -> metadata.text(PURCHASE));
    }

    /** Whether a payment was made without a page. */
    static boolean isOffSession(StripeJson intent) {
        return intent.object("metadata").flatMap(metadata -> metadata.text(OFF_SESSION)).isPresent();
    }

    /** What a payment intent with its latest charge tells of a payment; the charge counts once it has succeeded. */
    static Receipt receipt(StripeJson paymentIntent, @Nullable String customer) {
        String id = paymentIntent.text("id").orElse(null);
        Optional<StripeJson> charge = paymentIntent.object("latest_charge")
                .filter(latest -> latest.text("status").filter("succeeded"::equals).isPresent());
        return new Receipt(id, charge.flatMap(made -> made.text("id")).orElse(null),
                charge.flatMap(made -> made.instant("created")).orElse(null),
                charge.flatMap(made -> made.text("receipt_url")).orElse(null), customer);
    }

    private static Receipt receipt(StripeJson session) {
        String customer = session.reference("customer").orElse(null);
        return session.object("payment_intent").map(expanded -> receipt(expanded, customer)).orElseGet(
                () -> new Receipt(session.text("payment_intent").orElse(null), null, null, null, customer));
    }

    private static @Nullable String purchase(StripeJson session) {
        return session.text("client_reference_id")
                .or(() -> session.object("metadata").flatMap(metadata -> metadata.text(PURCHASE))).orElse(null);
    }

    private static @Nullable Amounts amounts(StripeJson session) {
        Optional<Money> total = session.money("amount_total");
        if (total.isEmpty()) {
            return null;
        }
        long tax = tax(session);
        boolean plausible = tax >= 0 && tax <= total.get().minorUnits();
        return new Amounts(total.get(), Money.of(plausible ? tax : 0, total.get().currency()));
    }

    /** Only tax that Stripe was told to add comes on top of the price. */
    private static long tax(StripeJson session) {
        return session.object("automatic_tax").filter(tax -> tax.isTrue("enabled")).isEmpty()
                ? 0
                : session.object("total_details").map(details -> details.number("amount_tax").orElse(0)).orElse(0L);
    }

    private static Optional<Status> status(String word) {
        return Optional.ofNullable(switch (word) {
            case "open" -> Status.OPEN;
            case "complete" -> Status.COMPLETE;
            case "expired" -> Status.EXPIRED;
            default -> null;
        });
    }

    private static Optional<PaymentStatus> paymentStatus(String word) {
        return Optional.ofNullable(switch (word) {
            case "paid" -> PaymentStatus.PAID;
            case "unpaid" -> PaymentStatus.UNPAID;
            case "no_payment_required" -> PaymentStatus.NO_PAYMENT_REQUIRED;
            default -> null;
        });
    }
}
