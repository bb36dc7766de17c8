package scrip.application.purchase;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

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
import scrip.domain.pricing.Money;
import scrip.domain.purchase.Purchase;

/** A gateway in memory that saves cards and charges them, each purchase once. */
public final class CardGateway implements PaymentGateway {

    private final Map<String, CardLookup> pages = new ConcurrentHashMap<>();
    private final Map<String, ChargeReply> charges = new ConcurrentHashMap<>();
    private final AtomicInteger charged = new AtomicInteger();
    private volatile @Nullable ChargeReply next;

    /** @param reply what the next charges come to, null to take the money */
    public void next(@Nullable ChargeReply reply) {
        next = reply;
    }

    /** @return the page on which the owner saved a card for that pool */
    public String saveCard(String pool) {
        String session = "cs_card_" + pool;
        pages.put(session, new CardLookup.Saved(pool, "cus_" + pool, "pm_" + pool, "Visa •••• 4242",
                Instant.EPOCH));
        return session;
    }

    public int charged() {
        return charged.get();
    }

    /** @return the state that tells of the payment of a purchase */
    public CheckoutState paid(Purchase purchase) {
        return state(purchase.id(), purchase.order().total());
    }

    private static CheckoutState state(String purchase, Money amount) {
        return new CheckoutState("pi_" + purchase, purchase, CheckoutState.Status.COMPLETE,
                CheckoutState.PaymentStatus.PAID, new CheckoutState.Amounts(amount, Money.zero(amount.currency())),
                new CheckoutState.Receipt("pi_" + purchase, "ch_" + purchase, null, null, null));
    }

    @Override
    public ChargeReply charge(SavedCardOrder order) {
        ChargeReply told = next;
        return told != null ? told : charges.computeIfAbsent(order.purchase(), purchase -> {
            charged.incrementAndGet();
            return new ChargeReply.Paid(state(purchase, order.amount()));
        });
    }

    @Override
    public CheckoutReply openCard(CardOrder order) {
        return new CheckoutReply.Opened("cs_" + order.key(), URI.create("https://pay.test/"), order.expiresAt());
    }

    @Override
    public CardLookup findCard(String session) {
        return pages.getOrDefault(session, new CardLookup.None());
    }

    @Override
    public CustomerReply createCustomer(String pool, @Nullable String email, @Nullable String replaced) {
        return new CustomerReply.Created("cus_" + pool);
    }

    @Override
    public PaymentMode mode() {
        return PaymentMode.SANDBOX;
    }

    @Override
    public CheckoutReply open(CheckoutOrder order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CheckoutLookup find(String session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CheckoutLookup expire(String session) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RefundReply refund(RefundOrder order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<VerifiedEvent> verify(byte[] body, @Nullable String signatureHeader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PaymentNews interpret(String rawEvent) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EventsReply eventsSince(Instant sinceInclusive, @Nullable String cursor) {
        throw new UnsupportedOperationException();
    }
}
