package scrip.payment;

import java.time.Instant;
import java.util.Optional;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.IdempotencyException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import scrip.application.payment.CardLookup;
import scrip.application.payment.CardOrder;
import scrip.application.payment.ChargeReply;
import scrip.application.payment.CheckoutReply;
import scrip.application.payment.PaymentRefusal;
import scrip.application.payment.SavedCardOrder;

/** Saves cards on a page of Stripe's, and charges them later without their owners. */
final class StripeCards {

    private final StripeConnection stripe;

    StripeCards(StripeConnection stripe) {
        this.stripe = stripe;
    }

    CheckoutReply open(CardOrder order) {
        SessionCreateParams params = SessionCreateParams.builder().setMode(SessionCreateParams.Mode.SETUP)
                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD).setCustomer(order.customer())
                .putMetadata(StripeReading.POOL, order.pool()).setSuccessUrl(order.returns().success())
                .setCancelUrl(order.returns().cancel().toString()).build();
        return StripeCheckouts.reply(stripe.askForObject(client -> client.v1().checkout().sessions().create(params,
                StripeConnection.once("card-" + order.key() + "-" + order.customer()))));
    }

    CardLookup find(String session) {
        if (session.isBlank()) {
            return new CardLookup.None();
        }
        SessionRetrieveParams whole = SessionRetrieveParams.builder().addExpand("setup_intent.payment_method").build();
        return switch (stripe.askForObject(client -> client.v1().checkout().sessions().retrieve(session, whole))) {
            case StripeAnswer.Done<StripeJson>(StripeJson found) -> saved(found);
            case StripeAnswer.Missing<StripeJson> _ -> new CardLookup.None();
            case StripeAnswer.Refused<StripeJson>(PaymentRefusal _, String detail) ->
                    new CardLookup.Unavailable(detail);
            case StripeAnswer.Failed<StripeJson>(String detail) -> new CardLookup.Unavailable(detail);
        };
    }

    private static CardLookup saved(StripeJson session) {
        Optional<String> pool = session.object("metadata").flatMap(metadata -> metadata.text(StripeReading.POOL));
        Optional<String> customer = session.reference("customer");
        Optional<StripeJson> method = session.object("setup_intent")
                .filter(setup -> setup.text("status").filter("succeeded"::equals).isPresent())
                .flatMap(setup -> setup.object("payment_method"));
        Optional<String> id = method.flatMap(card -> card.text("id"));
        Optional<Instant> savedAt = method.flatMap(card -> card.instant("created"));
        return pool.isPresent() && customer.isPresent() && id.isPresent() && savedAt.isPresent()
                ? new CardLookup.Saved(pool.get(), customer.get(), id.get(), label(method.get()), savedAt.get())
                : new CardLookup.None();
    }

    private static String label(StripeJson method) {
        Optional<StripeJson> card = method.object("card");
        String brand = card.flatMap(known -> known.text("brand")).orElse("card");
        String digits = card.flatMap(known -> known.text("last4")).orElse("");
        return brand.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + brand.substring(1) + " •••• " + digits;
    }

    ChargeReply charge(SavedCardOrder order) {
        PaymentIntentCreateParams params = PaymentIntentCreateParams.builder()
                .setAmount(order.amount().minorUnits()).setCurrency(order.amount().currency())
                .setCustomer(order.customer()).setPaymentMethod(order.method()).addPaymentMethodType("card")
                .setOffSession(true).setConfirm(true).addExpand("latest_charge")
                .putMetadata(StripeReading.PURCHASE, order.purchase()).putMetadata(StripeReading.POOL, order.pool())
                .putMetadata(StripeReading.OFF_SESSION, "true").build();
        return switch (stripe.askForObject(client -> once(() -> client.v1().paymentIntents().create(params,
                StripeConnection.once("charge-" + order.purchase()))))) {
            case StripeAnswer.Done<StripeJson>(StripeJson intent) -> charged(intent);
            case StripeAnswer.Refused<StripeJson>(PaymentRefusal _, String detail) -> new ChargeReply.Declined(detail);
            case StripeAnswer.Missing<StripeJson>(String detail) -> new ChargeReply.Declined(detail);
            case StripeAnswer.Failed<StripeJson>(String detail) -> new ChargeReply.Unavailable(detail);
        };
    }

    @FunctionalInterface
    private interface Creation {
        PaymentIntent create() throws com.stripe.exception.StripeException;
    }

    /** A payment under this key that was asked for with another card may have been made: it is not known to be declined. */
    private static PaymentIntent once(Creation creation) throws com.stripe.exception.StripeException {
        try {
            return creation.create();
        } catch (IdempotencyException asked) {
            throw new ApiConnectionException("It was asked for before with another card", asked);
        }
    }

    private static ChargeReply charged(StripeJson intent) {
        String status = intent.text("status").orElse("");
        return switch (status) {
            case "succeeded" -> StripeReading.payment(intent).<ChargeReply>map(ChargeReply.Paid::new)
                    .orElseGet(() -> new ChargeReply.Unavailable("Stripe's payment lacks its amount"));
            case "processing" -> new ChargeReply.Processing();
            case "requires_payment_method", "requires_action", "requires_confirmation", "canceled" ->
                    new ChargeReply.Declined(status);
            default -> new ChargeReply.Unavailable("Stripe's payment is '" + status + "'");
        };
    }
}
