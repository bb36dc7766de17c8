package scrip.web.api.buying;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.payment.CheckoutOrder;
import scrip.application.pool.RequestKey;
import scrip.application.purchase.OrderRequest;
import scrip.application.purchase.Orders;
import scrip.application.purchase.PurchaseStore;
import scrip.application.purchase.Quote;
import scrip.application.purchase.QuoteReply;
import scrip.application.purchase.Quotes;
import scrip.web.api.request.Answers;
import scrip.web.api.request.ApiRequest;
import scrip.web.buy.PaymentReturns;

/** Buying add-on credits: what they cost, ordering them, what was bought (rules 8 and 25). */
@RestController
public final class PurchasesController {

    private static final int PAGE = 1_000;

    private final Orders orders;
    private final Quotes quotes;
    private final PurchaseStore purchases;
    private final BuyPage buyPage;

    public PurchasesController(Orders orders, Quotes quotes, PurchaseStore purchases, BuyPage buyPage) {
        this.orders = orders;
        this.quotes = quotes;
        this.purchases = purchases;
        this.buyPage = buyPage;
    }

    /**
     * What a purchase would cost and bring.
     *
     * @param validUntilAfter
     *            when the whole add-on pool would end
     */
    record QuoteJson(MoneyJson subtotal, MoneyJson discount, MoneyJson total, BigDecimal credits, BigDecimal bonus,
            Instant validUntilAfter) {

        static QuoteJson of(Quote quote) {
            return new QuoteJson(MoneyJson.of(quote.subtotal()), MoneyJson.of(quote.discount()),
                    MoneyJson.of(quote.total()), quote.credits().toDecimal(), quote.bonus().toDecimal(),
                    quote.validUntilAfter());
        }
    }

    /** The newest thousand. */
    @GetMapping("/api/v1/purchases")
    public ResponseEntity<byte[]> list(ApiRequest request) {
        return Answers.ok(new PurchaseJson.All(
                purchases.ofPool(request.pool(), PAGE).stream().map(PurchaseJson::of).toList()));
    }

    @PostMapping("/api/v1/purchases")
    public ResponseEntity<byte[]> order(ApiRequest request) {
        RequestKey key = request.key();
        BuyingInput.PlacedOrder placed = request.body(BuyingInput.PlacedOrder::of);
        String page = buyPage.of(request.pool()).toString();
        String success = placed.successUrl() == null
                ? page + "?checkout=" + CheckoutOrder.Returns.SESSION
                : placed.successUrl();
        URI cancel = placed.cancelUrl() == null
                ? URI.create(page + PaymentReturns.turnedBack(Orders.idOf(request.pool(), key)))
                : placed.cancelUrl();
        return Answers.of(orders.order(new OrderRequest(request.pool(), key, placed.wish().credits(),
                placed.wish().promoCode(), null, success, cancel), new OrderAnswers()));
    }

    @PostMapping("/api/v1/quotes")
    public ResponseEntity<byte[]> quote(ApiRequest request) {
        BuyingInput.Wish wish = request.body(BuyingInput.Wish::of);
        return switch (quotes.quote(request.pool(), wish.credits(), wish.promoCode())) {
            case QuoteReply.Quoted quoted -> Answers.ok(QuoteJson.of(quoted.quote()));
            case QuoteReply.Refused refused -> throw OrderAnswers.problem(refused.refusal()).asException();
        };
    }
}
