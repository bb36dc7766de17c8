package scrip.application.purchase;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

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
import scrip.domain.pricing.Money;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A gateway in memory: opens checkouts, lets a test pay them, and tells what the test wants told. */
final class TellingGateway implements PaymentGateway {

    final List<CheckoutOrder> opened = Collections.synchronizedList(new ArrayList<>());
    final List<RefundOrder> refunds = Collections.synchronizedList(new ArrayList<>());
    volatile Function<RefundOrder, RefundReply> refunding = order -> new RefundReply.Made("re_" + order.key());
    volatile @Nullable PaymentRefusal refusing;
    volatile boolean down;
    final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final Map<String, CheckoutState> checkouts = new ConcurrentHashMap<>();
    private final Map<String, PaymentNews> news = new ConcurrentHashMap<>();
    private final List<VerifiedEvent> events = new ArrayList<>();
    int pageSize = 100;
    boolean silent;
    /** The session whose lookup fails as only a bug would let it. */
    String breaking = "";
    int finds;

    static String session(String purchase) {
        return "cs_" + purchase;
    }

    @Override
    public CheckoutReply open(CheckoutOrder order) {
        if (down) {
            return new CheckoutReply.Unavailable("down");
        }
        PaymentRefusal refusal = refusing;
        if (refusal != null) {
            return new CheckoutReply.Refused(refusal, "refused");
        }
        String customer = order.buyer().customer();
        if (customer != null && gone.contains(customer)) {
            return new CheckoutReply.Refused(PaymentRefusal.CUSTOMER_GONE, "gone");
        }
        opened.add(order);
        checkouts.putIfAbsent(session(order.purchase()),
                state(order.purchase(), CheckoutState.Status.OPEN, CheckoutState.PaymentStatus.UNPAID, null));
        return new CheckoutReply.Opened(session(order.purchase()), URI.create("https://pay.test/" + order.purchase()),
                order.expiresAt());
    }

    CheckoutState pay(String purchase, @Nullable Instant paidAt) {
        return pay(purchase, Money.of(500, "usd"), paidAt);
    }

    CheckoutState pay(String purchase, Money due, @Nullable Instant paidAt) {
        CheckoutState paid = state(purchase, due, CheckoutState.Status.COMPLETE, CheckoutState.PaymentStatus.PAID,
                paidAt);
        checkouts.put(paid.session(), paid);
        return paid;
    }

    /** The page is completed with a means of payment whose money comes later. */
    void completeUnpaid(String purchase) {
        checkouts.put(session(purchase),
                state(purchase, CheckoutState.Status.COMPLETE, CheckoutState.PaymentStatus.UNPAID, null));
    }

    static CheckoutState state(String purchase, CheckoutState.Status status, CheckoutState.PaymentStatus payment,
            @Nullable Instant paidAt) {
        return state(purchase, Money.of(500, "usd"), status, payment, paidAt);
    }

    static CheckoutState state(String purchase, Money due, CheckoutState.Status status,
            CheckoutState.PaymentStatus payment, @Nullable Instant paidAt) {
        return new CheckoutState(session(purchase), purchase, status, payment,
                new CheckoutState.Amounts(due, Money.zero(due.currency())),
                new CheckoutState.Receipt("pi_" + purchase, "ch_" + purchase, paidAt, null, null));
    }

    /** @return the body of a delivery that tells this, under an event id of its own */
    byte[] delivery(PaymentNews told) {
        String id = "evt_" + (events.size() + 1);
        news.put(id, told);
        events.addFirst(new VerifiedEvent(id, "test", PurchaseFlowTest.NOW, id));
        return id.getBytes(UTF_8);
    }

    @Override
    public Optional<VerifiedEvent> verify(byte[] body, @Nullable String signatureHeader) {
        String id = new String(body, UTF_8);
        return "genuine".equals(signatureHeader)
                ? Optional.of(new VerifiedEvent(id, "test", PurchaseFlowTest.NOW, id))
                : Optional.empty();
    }

    @Override
    public PaymentNews interpret(String rawEvent) {
        return news.getOrDefault(rawEvent, new PaymentNews.NotUsed("test"));
    }

    @Override
    public CheckoutLookup find(String session) {
        finds++;
        if (session.equals(breaking)) {
            throw new IllegalStateException("a bug");
        }
        if (silent) {
            return new CheckoutLookup.Unavailable("silent");
        }
        CheckoutState state = checkouts.get(session);
        return state == null ? new CheckoutLookup.NotFound() : new CheckoutLookup.Found(state);
    }

    @Override
    public PaymentMode mode() {
        return PaymentMode.SANDBOX;
    }

    @Override
    public CheckoutLookup expire(String session) {
        CheckoutState state = checkouts.get(session);
        if (!silent && state != null && state.status() == CheckoutState.Status.OPEN) {
            checkouts.put(session, new CheckoutState(session, state.purchase(), CheckoutState.Status.EXPIRED,
                    state.payment(), state.amounts(), state.receipt()));
        }
        return find(session);
    }

    @Override
    public CustomerReply createCustomer(String pool, @Nullable String email, @Nullable String replaced) {
        return down ? new CustomerReply.Unavailable("down")
                : new CustomerReply.Created("cus_" + pool + (replaced == null ? "" : "_after_" + replaced));
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
        refunds.add(order);
        return refunding.apply(order);
    }

    @Override
    public EventsReply eventsSince(Instant sinceInclusive, @Nullable String cursor) {
        if (silent) {
            return new EventsReply.Unavailable("silent");
        }
        List<VerifiedEvent> since = events.stream().filter(event -> !event.created().isBefore(sinceInclusive)).toList();
        int begin = cursor == null ? 0 : since.stream().map(VerifiedEvent::id).toList().indexOf(cursor) + 1;
        List<VerifiedEvent> page = since.stream().skip(begin).limit(pageSize).toList();
        return new EventsReply.Page(page, begin + page.size() < since.size() ? page.getLast().id() : null);
    }

    /** Forgets a checkout, as if it had never been opened there. */
    void forget(String session) {
        checkouts.remove(session);
    }
}
