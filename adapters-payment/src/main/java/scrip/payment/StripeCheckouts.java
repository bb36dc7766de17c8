package scrip.payment;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

import com.stripe.param.CouponCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import org.jspecify.annotations.Nullable;
import scrip.application.payment.CheckoutLookup;
import scrip.application.payment.CheckoutOrder;
import scrip.application.payment.CheckoutOrder.Discount;
import scrip.application.payment.CheckoutReply;
import scrip.application.payment.PaymentRefusal;

/** Opens, finds and closes checkout sessions. */
final class StripeCheckouts {

    private static final int COUPON_NAME = 40;

    private final StripeConnection stripe;
    private final CheckoutParams params;

    StripeCheckouts(StripeConnection stripe, StripeProperties settings) {
        this.stripe = stripe;
        this.params = new CheckoutParams(settings);
    }

    CheckoutReply open(CheckoutOrder order) {
        return reply(coupon(order).then(coupon -> session(order, coupon.orElse(null))));
    }

    /** What opening a page came to. */
    static CheckoutReply reply(StripeAnswer<StripeJson> answer) {
        return switch (answer) {
            case StripeAnswer.Done<StripeJson>(StripeJson session) -> opened(session);
            case StripeAnswer.Refused<StripeJson>(PaymentRefusal reason, String detail) ->
                    new CheckoutReply.Refused(reason, detail);
            case StripeAnswer.Missing<StripeJson>(String detail) -> new CheckoutReply.Unavailable(detail);
            case StripeAnswer.Failed<StripeJson>(String detail) -> new CheckoutReply.Unavailable(detail);
        };
    }

    CheckoutLookup find(String session) {
        if (session.isBlank()) {
            return new CheckoutLookup.NotFound();
        }
        return lookup(fetch(session));
    }

    CheckoutLookup expire(String session) {
        if (session.isBlank()) {
            return new CheckoutLookup.NotFound();
        }
        StripeAnswer<StripeJson> expired = stripe
                .askForObject(client -> client.v1().checkout().sessions().expire(session));
        // Stripe refuses to expire what is no longer open; how it ended is what the caller needs to know.
        return expired instanceof StripeAnswer.Refused ? find(session) : lookup(expired);
    }

    private StripeAnswer<StripeJson> fetch(String session) {
        SessionRetrieveParams withCharge = SessionRetrieveParams.builder().addExpand("payment_intent.latest_charge")
                .build();
        return stripe.askForObject(client -> client.v1().checkout().sessions().retrieve(session, withCharge));
    }

    private static CheckoutLookup lookup(StripeAnswer<StripeJson> answer) {
        return switch (answer) {
            case StripeAnswer.Done<StripeJson>(StripeJson session) -> StripeReading.checkout(session)
                    .<CheckoutLookup>map(CheckoutLookup.Found::new)
                    .orElseGet(() -> new CheckoutLookup.Unavailable("Stripe's session lacks its status"));
            case StripeAnswer.Missing<StripeJson> none -> new CheckoutLookup.NotFound();
            case StripeAnswer.Refused<StripeJson>(PaymentRefusal reason, String detail) ->
                    new CheckoutLookup.Unavailable(detail);
            case StripeAnswer.Failed<StripeJson>(String detail) -> new CheckoutLookup.Unavailable(detail);
        };
    }

    static CheckoutReply opened(StripeJson session) {
        Optional<String> id = session.text("id");
        Optional<URI> url = session.text("url").filter(StripeCheckouts::isWebAddress).map(URI::create);
        Optional<Instant> expiresAt = session.instant("expires_at");
        if (id.isEmpty() || url.isEmpty() || expiresAt.isEmpty()) {
            return new CheckoutReply.Unavailable("Stripe's session has no page to pay on");
        }
        return new CheckoutReply.Opened(id.get(), url.get(), expiresAt.get());
    }

    private static boolean isWebAddress(String url) {
        return url.matches("https?://[^\\s<>\"{}|\\\\^`]+");
    }

    private StripeAnswer<Optional<String>> coupon(CheckoutOrder order) {
        Discount discount = order.price().discount();
        if (discount == null || discount.amount().isZero()) {
            return new StripeAnswer.Done<>(Optional.empty());
        }
        CouponCreateParams params = CouponCreateParams.builder().setDuration(CouponCreateParams.Duration.ONCE)
                .setAmountOff(discount.amount().minorUnits()).setCurrency(discount.amount().currency())
                .setName(shortened(discount.label())).setMaxRedemptions(1L)
                .putMetadata(StripeReading.PURCHASE, order.purchase()).build();
        return stripe.askForObject(
                client -> client.v1().coupons().create(params, StripeConnection.once("coupon-" + order.purchase())))
                .then(coupon -> new StripeAnswer.Done<>(coupon.text("id")));
    }

    private StripeAnswer<StripeJson> session(CheckoutOrder order, @Nullable String coupon) {
        SessionCreateParams session = params.of(order, coupon);
        return stripe.askForObject(client -> client.v1().checkout().sessions().create(session,
                StripeConnection.once(key(order))));
    }

    /** Under another customer it is another request to Stripe, which keeps what it refused under a key as well. */
    private static String key(CheckoutOrder order) {
        String customer = order.buyer().customer();
        return "checkout-" + order.purchase() + (customer == null ? "" : "-" + customer);
    }

    private static String shortened(String label) {
        return label.length() <= COUPON_NAME ? label : label.substring(0, COUPON_NAME);
    }
}
