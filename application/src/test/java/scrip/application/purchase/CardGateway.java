package scrip.application.purchase;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import scrip.application.payment.PaymentRefusal;
import scrip.application.payment.RefundOrder;
import scrip.application.payment.RefundReply;
import scrip.application.payment.SavedCardOrder;
import scrip.application.payment.VerifiedEvent;
import scrip.domain.pool.PoolId;
import scrip.domain.pricing.Money;
import scrip.domain.purchase.Purchase;

/** A gateway in memory that saves cards and charges them, each purchase once. */
public final class CardGateway implements PaymentGateway {

    /** Its clock stands. */
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static final String GOOD = "4242";
    private static final String BAD = "0341";

    private final Set<String> customers = ConcurrentHashMap.newKeySet();
    private final Map<String, CardOrder> pages = new ConcurrentHashMap<>();
    private final Map<String, CardLookup.Saved> cards = new ConcurrentHashMap<>();
    private final Map<SavedCardOrder, ChargeReply> charges = new ConcurrentHashMap<>();
    private final Map<String, SavedCardOrder> asked = new ConcurrentHashMap<>();
    private final AtomicInteger charged = new AtomicInteger();
    private volatile @Nullable ChargeReply next;
    private volatile String breaking = "";

    /** @param reply what the next charges come to, null to take the money */
    public void next(@Nullable ChargeReply reply) {
        next = reply;
    }

    /** @return the page on which the owner saved a card for that pool */
    public String saveCard(String pool) {
        String session = "cs_card_" + pool;
        pages.put(session, new CardOrder(session, pool, "cus_" + pool,
                new CheckoutOrder.Returns("https://app.test/", URI.create("https://app.test/"))));
        save(session, true);
        return session;
    }

    /** The owner saves a card on a page, one that works or one that is declined. */
    void save(String session, boolean good) {
        CardOrder page = Objects.requireNonNull(pages.get(session));
        cards.put(session, new CardLookup.Saved(page.pool(), page.customer(), "pm_" + session,
                "Visa •••• " + (good ? GOOD : BAD), NOW));
    }

    /** Charges for a pool fail as only a bug would let them. */
    public void breakAt(PoolId pool) {
        breaking = Long.toString(pool.value());
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
        if (order.pool().equals(breaking)) {
            throw new IllegalStateException("a bug");
        }
        ChargeReply told = next;
        if (told != null) {
            return told;
        }
        SavedCardOrder first = asked.putIfAbsent(order.purchase(), order);
        return first == null || first.equals(order)
                ? charges.computeIfAbsent(order, this::first)
                : new ChargeReply.Unavailable("asked for before with another card");
    }

    private ChargeReply first(SavedCardOrder order) {
        boolean good = cards.values().stream()
                .anyMatch(card -> card.method().equals(order.method()) && card.customer().equals(order.customer())
                        && card.label().endsWith(GOOD));
        if (!good) {
            return new ChargeReply.Declined("card_declined");
        }
        charged.incrementAndGet();
        return new ChargeReply.Paid(state(order.purchase(), order.amount()));
    }

    @Override
    public CheckoutReply openCard(CardOrder order) {
        if (!customers.contains(order.customer())) {
            return new CheckoutReply.Refused(PaymentRefusal.CUSTOMER_GONE, "no such customer");
        }
        String session = "cs_" + order.key();
        pages.put(session, order);
        return new CheckoutReply.Opened(session, URI.create("https://pay.test/"), NOW.plusSeconds(86_400));
    }

    @Override
    public CardLookup findCard(String session) {
        CardLookup.Saved saved = cards.get(session);
        return saved == null ? new CardLookup.None() : saved;
    }

    @Override
    public CustomerReply createCustomer(String pool, @Nullable String email, @Nullable String replaced) {
        String customer = "cus_" + pool + (replaced == null ? "" : "_after_" + replaced);
        customers.add(customer);
        return new CustomerReply.Created(customer);
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
