package scrip.application.purchase;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scrip.application.payment.CheckoutOrder;
import scrip.application.payment.CheckoutReply;
import scrip.application.payment.PaymentRefusal;
import scrip.application.pool.Answer;
import scrip.application.pool.Ask;
import scrip.application.pool.Deed;
import scrip.application.pool.Desk;
import scrip.application.pool.RequestKey;
import scrip.application.pool.Wants;
import scrip.application.promo.Claim;
import scrip.application.promo.Promos;
import scrip.domain.credit.Credits;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Turn;
import scrip.domain.pricing.Money;
import scrip.domain.promo.PromoCode;
import scrip.domain.promo.PromoRefusal;
import scrip.domain.purchase.Order;
import scrip.domain.purchase.Purchase;

/**
 * Opens checkouts: the order is made durable, then the gateway is asked, then its answer is made durable. Whatever
 * breaks in between, the same request under the same key goes on where it stopped, because the purchase's id comes from
 * the key and is the gateway's idempotency key in turn.
 */
public final class Orders {

    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

    /** Stands for "go on": the order is durable and the gateway comes next. It never goes out. */
    private static final Answer ORDERED = new Answer(0, "");

    private final Desk desk;
    private final Quotes quotes;
    private final PurchaseStore purchases;
    private final Payers payers;
    private final Promos promos;

    public Orders(Desk desk, Quotes quotes, PurchaseStore purchases, Payers payers, Promos promos) {
        this.desk = desk;
        this.quotes = quotes;
        this.purchases = purchases;
        this.payers = payers;
        this.promos = promos;
    }

    /**
     * Orders credits and opens the page to pay them on (rules 8 and 20); what a promo code makes free is credited at once
     * (rule 27).
     *
     * @throws scrip.application.pool.UnavailableException
     *             if the store cannot serve now; the same request may be tried again
     */
    public Answer order(OrderRequest request, OrderWriter writer) {
        String id = idOf(request.pool(), request.key());
        boolean begun = request.promoCode() == null || purchases.byId(id).isPresent();
        return begun ? place(id, request, null, writer) : redeem(id, request, writer);
    }

    /** A code that is used up refuses here, before anything is on record of the order. */
    private Answer redeem(String id, OrderRequest request, OrderWriter writer) {
        return switch (quotes.quote(request.pool(), request.credits(), request.promoCode(), id)) {
            case QuoteReply.Refused refused -> refuse(request, refused.refusal(), writer);
            case QuoteReply.Quoted(Quote quote) when quote.promo() == null -> place(id, request, null, writer);
            case QuoteReply.Quoted(Quote quote) -> redeem(id, request, quote, writer);
        };
    }

    private Answer redeem(String id, OrderRequest request, Quote quote, OrderWriter writer) {
        PromoCode promo = Objects.requireNonNull(quote.promo());
        Claim claim = new Claim(promo.code(), id, request.pool());
        Optional<PromoRefusal> refused = promos.take(claim,
                new Promos.Basket(quote.credits(), quote.subtotal()));
        if (refused.isPresent()) {
            return refuse(request, new Refusal.PromoCode(refused.get().key()), writer);
        }
        Answer answer = place(id, request, promo, writer);
        promos.orderFailed(claim);
        return answer;
    }

    /** Goes to the desk too: a key that was answered before is answered the same again. */
    private Answer refuse(OrderRequest request, Refusal refusal, OrderWriter writer) {
        return desk.ask(new Ask(request.pool(), request.key(), Wants.NOTHING, (_, _) -> refused(refusal, writer),
                writer.write(new Refusal.KeyReused())));
    }

    /** Want of a license is kept under the key, as want of credits is; what else is refused may be tried again. */
    private static Deed.Outcome refused(Refusal refusal, OrderWriter writer) {
        Answer answer = writer.write(refusal);
        return refusal instanceof Refusal.FreePlan ? Deed.Outcome.kept(answer) : Deed.Outcome.notKept(answer);
    }

    /** @param promo the code whose redemption is taken, null for none or for an order that is on record already */
    private Answer place(String id, OrderRequest request, @Nullable PromoCode promo, OrderWriter writer) {
        Answer reused = writer.write(new Refusal.KeyReused());
        Answer first = desk.ask(new Ask(request.pool(), request.key(), Wants.purchase(id),
                (turn, found) -> take(new Placing(id, request, promo, writer), turn, found), reused));
        return first.equals(ORDERED) ? goOn(purchase(id), request, writer, reused) : first;
    }

    private record Placing(String id, OrderRequest request, @Nullable PromoCode promo, OrderWriter writer) {}

    private Deed.Outcome take(Placing placing, Turn turn, Deed.Found found) {
        Purchase begun = found.purchases().get(placing.id);
        OrderWriter writer = placing.writer;
        if (begun != null) {
            return Deed.Outcome.notKept(
                    isSame(begun.order(), placing.request) ? ORDERED : writer.write(new Refusal.KeyReused()));
        }
        return switch (quotes.quote(turn.pool(), placing.request.credits(), placing.promo)) {
            case QuoteReply.Refused refused -> refused(refused.refusal(), writer);
            case QuoteReply.Quoted(Quote quote) -> {
                Order order = new Order(quote.credits(), quote.bonus(), quote.subtotal(), quote.discount(),
                        placing.promo == null ? null : placing.promo.code(), placing.request.buyer(), found.now());
                yield new Deed.Outcome(ORDERED, false,
                        List.of(Purchase.ordered(placing.id, placing.request.pool(), order)));
            }
        };
    }

    private static boolean isSame(Order begun, OrderRequest request) {
        String code = request.promoCode();
        String wanted = code == null ? null : PromoCode.normalized(code).orElse(code);
        return begun.credits().equals(Credits.of(request.credits())) && Objects.equals(begun.promoCode(), wanted);
    }

    /**
     * The order is on record. Its redemption is asked for again, which changes nothing unless another request under the
     * same key has given it back.
     */
    private Answer goOn(Purchase purchase, OrderRequest request, OrderWriter writer, Answer reused) {
        Optional<PromoRefusal> refused = promos.take(purchase);
        if (refused.isPresent()) {
            desk.ask(Ask.unkeyed(purchase.pool(), Wants.purchase(purchase.id()),
                    (_, found) -> new Deed.Outcome(ORDERED, false,
                            found(purchase.id(), found).endedUnpaid(Purchase.Status.FAILED).stream().toList())));
            return writer.write(new Refusal.PromoCode(refused.get().key()));
        }
        return purchase.order().total().isZero() ? credit(purchase, request, writer, reused)
                : open(purchase, request, writer, reused);
    }

    /** Rule 27: nothing is due, so it is paid as soon as it is ordered. */
    private Answer credit(Purchase purchase, OrderRequest request, OrderWriter writer, Answer reused) {
        Answer answer = desk.ask(new Ask(request.pool(), request.key(), Wants.purchase(purchase.id()),
                (turn, found) -> {
                    Purchase now = found(purchase.id(), found);
                    Purchase paid = now.paid(new Purchase.Payment(found.now(), null, null))
                            .map(free -> Fulfilment.credited(free, turn)).orElse(now);
                    return new Deed.Outcome(writer.write(paid), true, List.of(paid));
                }, reused));
        promos.follow(purchase);
        return answer;
    }

    private static Purchase found(String id, Deed.Found found) {
        Purchase purchase = found.purchases().get(id);
        if (purchase == null) {
            throw new IllegalStateException("purchase " + id + " was ordered and is gone");
        }
        return purchase;
    }

    private Answer open(Purchase purchase, OrderRequest request, OrderWriter writer, Answer reused) {
        return switch (payers.open(purchase.pool(), checkout(purchase, request))) {
            case CheckoutReply.Opened opened -> desk.ask(new Ask(request.pool(), request.key(),
                    Wants.purchase(purchase.id()), (_, found) -> opened(purchase.id(), opened, writer, found), reused));
            case CheckoutReply.Refused refused -> {
                LOG.warn("The gateway refused purchase {}: {} ({})", purchase.id(), refused.reason(), refused.detail());
                promos.pageFailed(purchase);
                yield refused(purchase, refused.reason(), writer);
            }
            case CheckoutReply.Unavailable unavailable -> {
                LOG.warn("The gateway did not open purchase {}: {}", purchase.id(), unavailable.detail());
                promos.pageFailed(purchase);
                yield writer.write(new Refusal.GatewayUnavailable());
            }
        };
    }

    /**
     * A page has to stay open for a while, so what is refused too late is refused for good. It is asked for all the same,
     * because the gateway may have opened it long ago without our having heard. The order is given up then; should it be
     * paid in spite of all, its credits still come.
     */
    private Answer refused(Purchase purchase, PaymentRefusal reason, OrderWriter writer) {
        return desk.ask(Ask.unkeyed(purchase.pool(), Wants.purchase(purchase.id()), (_, found) -> {
            Purchase now = found(purchase.id(), found);
            return now.mayOpenPage(found.now())
                    ? Deed.Outcome.notKept(writer.write(new Refusal.GatewayRefused(reason)))
                    : new Deed.Outcome(writer.write(new Refusal.OrderTooOld()), false,
                            now.endedUnpaid(Purchase.Status.EXPIRED).stream().toList());
        }));
    }

    private static Deed.Outcome opened(String id, CheckoutReply.Opened opened, OrderWriter writer, Deed.Found found) {
        Purchase open = found(id, found).opened(
                new Purchase.Checkout(opened.session(), opened.url().toString(), opened.expiresAt()));
        return new Deed.Outcome(writer.write(open), true, List.of(open));
    }

    private Purchase purchase(String id) {
        return purchases.byId(id).orElseThrow(() -> new IllegalStateException("purchase " + id + " is not there"));
    }

    private static CheckoutOrder checkout(Purchase purchase, OrderRequest request) {
        Order order = purchase.order();
        Money discount = order.discount();
        String code = order.promoCode() == null ? "" : order.promoCode();
        return new CheckoutOrder(purchase.id(), Long.toString(purchase.pool().value()),
                order.credits().micros() / Credits.MICROS_PER_CREDIT,
                new CheckoutOrder.Price(order.subtotal(),
                        discount.isZero() ? null : new CheckoutOrder.Discount(code, discount)),
                new CheckoutOrder.Buyer(order.buyer(), null),
                new CheckoutOrder.Returns(request.successUrl(), request.cancelUrl()), purchase.checkoutEndsAt());
    }

    /** The same request always names the same purchase, and nobody can guess another pool's. */
    public static String idOf(PoolId pool, RequestKey key) {
        return "pur_" + StableId.of(pool.value(), key.key());
    }
}
