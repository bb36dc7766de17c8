package scrip.web.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import scrip.application.payment.CardLookup;
import scrip.application.payment.CardOrder;
import scrip.application.payment.ChargeReply;
import scrip.application.payment.CheckoutLookup;
import scrip.application.payment.CheckoutOrder;
import scrip.application.payment.CheckoutReply;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.CustomerReply;
import scrip.application.payment.EventsReply;
import scrip.application.payment.PaymentGateway;
import scrip.application.payment.PaymentMode;
import scrip.application.payment.PaymentNews;
import scrip.application.payment.RefundOrder;
import scrip.application.payment.RefundReply;
import scrip.application.payment.SavedCardOrder;
import scrip.application.payment.VerifiedEvent;
import scrip.application.pool.UnavailableException;
import scrip.domain.pricing.Money;

/** A gateway that opens every page, unless it is told to be down, and knows one signature. */
final class FakeGateway implements PaymentGateway {

    static final String SIGNATURE = "genuine";

    volatile boolean down;
    volatile boolean inboxDown;
    volatile @Nullable CheckoutOrder last;
    private final Map<String, CheckoutState> checkouts = new ConcurrentHashMap<>();

    @Override
    public PaymentMode mode() {
        return PaymentMode.SANDBOX;
    }

    @Override
    public CheckoutReply open(CheckoutOrder order) {
        last = order;
        if (!down) {
            checkouts.put("cs_" + order.purchase(), state(order, CheckoutState.Status.OPEN));
        }
        return down ? new CheckoutReply.Unavailable("down")
                : new CheckoutReply.Opened("cs_" + order.purchase(), URI.create("https://pay.test/" + order.purchase()),
                        order.expiresAt());
    }

    @Override
    public Optional<VerifiedEvent> verify(byte[] body, @Nullable String signatureHeader) {
        if (inboxDown) {
            throw new UnavailableException("down", null);
        }
        String json = new String(body, StandardCharsets.UTF_8);
        return SIGNATURE.equals(signatureHeader)
                ? Optional.of(new VerifiedEvent("evt_1", "customer.created", ApiFixture.TODAY, json))
                : Optional.empty();
    }

    @Override
    public PaymentNews interpret(String rawEvent) {
        return new PaymentNews.NotUsed("customer.created");
    }

    @Override
    public CheckoutLookup find(String session) {
        CheckoutState known = checkouts.get(session);
        return down ? new CheckoutLookup.Unavailable("down")
                : known == null ? new CheckoutLookup.NotFound() : new CheckoutLookup.Found(known);
    }

    /** The buyer of the last checkout has paid it. */
    String paid() {
        CheckoutOrder order = Objects.requireNonNull(last);
        String session = "cs_" + order.purchase();
        checkouts.put(session, state(order, CheckoutState.Status.COMPLETE));
        return session;
    }

    private static CheckoutState state(CheckoutOrder order, CheckoutState.Status status) {
        return new CheckoutState("cs_" + order.purchase(), order.purchase(), status,
                status == CheckoutState.Status.COMPLETE
                        ? CheckoutState.PaymentStatus.PAID
                        : CheckoutState.PaymentStatus.UNPAID,
                new CheckoutState.Amounts(order.price().due(), Money.zero(order.price().due().currency())),
                new CheckoutState.Receipt("pi_" + order.purchase(), null, ApiFixture.TODAY, null, null));
    }

    @Override
    public CheckoutLookup expire(String session) {
        return find(session);
    }

    @Override
    public CustomerReply createCustomer(String pool, @Nullable String email, @Nullable String replaced) {
        return down ? new CustomerReply.Unavailable("down") : new CustomerReply.Created("cus_" + pool);
    }

    @Override
    public CheckoutReply openCard(CardOrder order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CardLookup findCard(String session) {
        return new CardLookup.None();
    }

    @Override
    public ChargeReply charge(SavedCardOrder order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RefundReply refund(RefundOrder order) {
        return down ? new RefundReply.Unavailable("down") : new RefundReply.Made("re_" + order.key());
    }

    @Override
    public EventsReply eventsSince(Instant sinceInclusive, @Nullable String cursor) {
        return down ? new EventsReply.Unavailable("down") : new EventsReply.Page(List.of(), null);
    }
}
