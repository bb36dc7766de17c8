package scrip.payment;

import java.time.Instant;
import java.util.Optional;

import com.stripe.param.CustomerCreateParams;
import com.stripe.param.RefundCreateParams;
import org.jspecify.annotations.Nullable;
import scrip.application.payment.CardLookup;
import scrip.application.payment.CardOrder;
import scrip.application.payment.ChargeReply;
import scrip.application.payment.CheckoutLookup;
import scrip.application.payment.CheckoutOrder;
import scrip.application.payment.CheckoutReply;
import scrip.application.payment.CustomerReply;
import scrip.application.payment.EventsReply;
import scrip.application.payment.PaymentGateway;
import scrip.application.payment.PaymentMode;
import scrip.application.payment.PaymentNews;
import scrip.application.payment.PaymentRefusal;
import scrip.application.payment.RefundOrder;
import scrip.application.payment.RefundReply;
import scrip.application.payment.SavedCardOrder;
import scrip.application.payment.VerifiedEvent;

/** The payment port on Stripe's own SDK, for Stripe and the sandbox alike. */
final class StripeGateway implements PaymentGateway {

    private static final int METADATA = 500;

    private final PaymentMode mode;
    private final StripeConnection stripe;
    private final StripeCheckouts checkouts;
    private final WebhookSignatures signatures;

    StripeGateway(PaymentMode mode, StripeConnection stripe, StripeCheckouts checkouts, WebhookSignatures signatures) {
        this.mode = mode;
        this.stripe = stripe;
        this.checkouts = checkouts;
        this.signatures = signatures;
    }

    @Override
    public PaymentMode mode() {
        return mode;
    }

    @Override
    public CheckoutReply open(CheckoutOrder order) {
        return checkouts.open(order);
    }

    @Override
    public CheckoutLookup find(String session) {
        return checkouts.find(session);
    }

    @Override
    public CheckoutLookup expire(String session) {
        return checkouts.expire(session);
    }

    @Override
    public CheckoutReply openCard(CardOrder order) {
        return new StripeCards(stripe).open(order);
    }

    @Override
    public CardLookup findCard(String session) {
        return new StripeCards(stripe).find(session);
    }

    @Override
    public ChargeReply charge(SavedCardOrder order) {
        return new StripeCards(stripe).charge(order);
    }

    @Override
    public CustomerReply createCustomer(String pool, @Nullable String email, @Nullable String replaced) {
        String key = "customer-" + pool + (replaced == null ? "" : "-after-" + replaced);
        StripeAnswer<StripeJson> answer = customer(pool, email, key);
        // An address that Stripe does not take must not keep a pool from paying: the payment page asks for another.
        return switch (answer instanceof StripeAnswer.Refused && email != null ? customer(pool, null, key) : answer) {
            case StripeAnswer.Done<StripeJson>(StripeJson made) ->
                    new CustomerReply.Created(made.text("id").orElseThrow());
            case StripeAnswer.Missing<StripeJson>(String detail) -> new CustomerReply.Unavailable(detail);
            case StripeAnswer.Refused<StripeJson>(PaymentRefusal reason, String detail) ->
                    new CustomerReply.Unavailable(detail);
            case StripeAnswer.Failed<StripeJson>(String detail) -> new CustomerReply.Unavailable(detail);
        };
    }

    /** Another address is another request to Stripe, so it goes under another key. */
    private StripeAnswer<StripeJson> customer(String pool, @Nullable String email, String key) {
        CustomerCreateParams.Builder params = CustomerCreateParams.builder().putMetadata(StripeReading.POOL, pool);
        if (email != null) {
            params.setEmail(email);
        }
        String once = key + (email == null ? "" : "-" + Integer.toHexString(email.hashCode()));
        return stripe.askForObject(
                client -> client.v1().customers().create(params.build(), StripeConnection.once(once)));
    }

    @Override
    public RefundReply refund(RefundOrder order) {
        RefundCreateParams params = RefundCreateParams.builder().setPaymentIntent(order.paymentIntent())
                .setAmount(order.amount().minorUnits())
                .putMetadata("reason", order.reason().substring(0, Math.min(METADATA, order.reason().length())))
                .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER).build();
        StripeAnswer<StripeJson> answer = stripe
                .askForObject(client -> client.v1().refunds().create(params, StripeConnection.once(order.key())));
        return switch (answer) {
            case StripeAnswer.Done<StripeJson>(StripeJson made) -> new RefundReply.Made(made.text("id").orElseThrow());
            case StripeAnswer.Missing<StripeJson>(String detail) ->
                    new RefundReply.Refused(PaymentRefusal.OTHER, detail);
            case StripeAnswer.Refused<StripeJson>(PaymentRefusal reason, String detail) ->
                    new RefundReply.Refused(reason, detail);
            case StripeAnswer.Failed<StripeJson>(String detail) -> new RefundReply.Unavailable(detail);
        };
    }

    @Override
    public Optional<VerifiedEvent> verify(byte[] body, @Nullable String signatureHeader) {
        return signatures.verify(body, signatureHeader);
    }

    @Override
    public PaymentNews interpret(String rawEvent) {
        return new StripeNews(stripe, checkouts).interpret(rawEvent);
    }

    @Override
    public EventsReply eventsSince(Instant sinceInclusive, @Nullable String cursor) {
        return new StripeEvents(stripe).since(sinceInclusive, cursor);
    }
}
