package scrip.application.purchase;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scrip.application.payment.CheckoutOrder;
import scrip.application.payment.CheckoutReply;
import scrip.application.payment.PaymentGateway;
import scrip.application.pool.Answer;
import scrip.application.pool.Ask;
import scrip.application.pool.Deed;
import scrip.application.pool.Desk;
import scrip.application.pool.Wants;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Turn;
import scrip.domain.pricing.Money;
import scrip.domain.purchase.Order;
import scrip.domain.purchase.Purchase;

/**
 * Opens checkouts: the order is made durable, then the gateway is asked, then its answer is made durable. Whatever
 * breaks in between, the same request under the same key goes on where it stopped, because the purchase's id comes from
 * the key and is the gateway's idempotency key in turn.
 */
public final class Orders {

    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);
    private static final int ID_DIGITS = 24;

    /** Stands for "go on": the order is durable and the gateway comes next. It never goes out. */
    private static final Answer ORDERED = new Answer(0, "");

    private final Desk desk;
    private final Quotes quotes;
    private final PurchaseStore purchases;
    private final PaymentGateway gateway;

    public Orders(Desk desk, Quotes quotes, PurchaseStore purchases, PaymentGateway gateway) {
        this.desk = desk;
        this.quotes = quotes;
        this.purchases = purchases;
        this.gateway = gateway;
    }

    /**
     * Orders credits and opens the page to pay them on (rules 8 and 20).
     *
     * @throws scrip.application.pool.UnavailableException
     *             if the store cannot serve now; the same request may be tried again
     */
    public Answer order(OrderRequest request, OrderWriter writer) {
        String id = idOf(request);
        Answer reused = writer.write(new Refusal.KeyReused());
        Answer first = desk.ask(new Ask(request.pool(), request.key(), Wants.purchase(id),
                (turn, found) -> take(id, request, writer, turn, found), reused));
        return first.equals(ORDERED) ? open(purchase(id), request, writer, reused) : first;
    }

    private Deed.Outcome take(String id, OrderRequest request, OrderWriter writer, Turn turn, Deed.Found found) {
        Purchase begun = found.purchases().get(id);
        if (begun != null) {
            boolean same = begun.order().credits().equals(Credits.of(request.credits()));
            return Deed.Outcome.notKept(same ? ORDERED : writer.write(new Refusal.KeyReused()));
        }
        return switch (quotes.quote(turn.pool(), request.credits(), request.promoCode())) {
            case QuoteReply.Refused refused -> Deed.Outcome.notKept(writer.write(refused.refusal()));
            case QuoteReply.Quoted quoted -> {
                Quote quote = quoted.quote();
                Order order = new Order(quote.credits(), quote.bonus(), quote.subtotal(), quote.discount(),
                        request.promoCode(), request.buyer(), found.now());
                yield new Deed.Outcome(ORDERED, false, List.of(Purchase.ordered(id, request.pool(), order)));
            }
        };
    }

    private Answer open(Purchase purchase, OrderRequest request, OrderWriter writer, Answer reused) {
        return switch (gateway.open(checkout(purchase, request))) {
            case CheckoutReply.Opened opened -> desk.ask(new Ask(request.pool(), request.key(),
                    Wants.purchase(purchase.id()), (_, found) -> opened(purchase.id(), opened, writer, found), reused));
            case CheckoutReply.Refused refused -> {
                LOG.warn("The gateway refused purchase {}: {} ({})", purchase.id(), refused.reason(), refused.detail());
                yield writer.write(new Refusal.GatewayRefused(refused.reason()));
            }
            case CheckoutReply.Unavailable unavailable -> {
                LOG.warn("The gateway did not open purchase {}: {}", purchase.id(), unavailable.detail());
                yield writer.write(new Refusal.GatewayUnavailable());
            }
        };
    }

    private static Deed.Outcome opened(String id, CheckoutReply.Opened opened, OrderWriter writer, Deed.Found found) {
        Purchase purchase = found.purchases().get(id);
        if (purchase == null) {
            throw new IllegalStateException("purchase " + id + " was ordered and is gone");
        }
        Purchase open = purchase.opened(
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
    private static String idOf(OrderRequest request) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((request.pool().value() + "\n" + request.key().key()).getBytes(StandardCharsets.UTF_8));
            return "pur_" + HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
