package scrip.application.purchase;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.payment.PaymentNews;
import scrip.application.payment.PaymentNews.PaymentRef;
import scrip.application.pool.Answer;
import scrip.application.pool.Ask;
import scrip.application.pool.Deed;
import scrip.application.pool.InMemoryStores;
import scrip.application.pool.Wants;
import scrip.application.promo.InMemoryPromoStore;
import scrip.application.reading.InMemoryLedgerReader;
import scrip.domain.credit.Credits;
import scrip.domain.pool.PoolId;
import scrip.domain.pricing.Money;
import scrip.domain.purchase.Order;
import scrip.domain.purchase.Purchase;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Money that goes back and cannot be the purchase's is raised, and takes nothing")
class MoneyBackDiffersTest {

    private final InMemoryStores stores = new InMemoryStores();
    private final Shopping shop = new Shopping(new Shopping.Kept(stores, stores.pools(),
            new InMemoryPurchaseStore(stores.pools()), new InMemoryLedgerReader(stores.pools()),
            new InMemoryPromoStore(stores.pools())));
    private final PoolId pool = shop.aBuyer();

    @AfterEach
    void close() {
        shop.close();
    }

    private static PaymentRef paymentOf(String purchase) {
        return new PaymentRef("pi_" + purchase, "ch_" + purchase);
    }

    private void assertRaised(String purchase, PaymentNews news, String detail) {
        long before = shop.addOn(pool);

        assertThat(shop.tell(news)).isEqualTo(Fulfilment.Outcome.DIFFERS);

        assertThat(shop.discrepancies.since(Shopping.START, 9)).singleElement().satisfies(raised -> {
            assertThat(raised.kind()).isEqualTo(Discrepancy.Kind.MONEY_BACK);
            assertThat(raised.subject()).isEqualTo("pi_" + purchase);
            assertThat(raised.detail()).contains(detail, purchase);
        });
        assertThat(shop.purchase(purchase).status()).isEqualTo(Purchase.Status.PAID);
        assertThat(shop.addOn(pool)).isEqualTo(before);
    }

    @Test
    @DisplayName("Rule 29 a refund in another currency")
    void another_currency() {
        String id = shop.bought(pool, "k", 500);

        assertRaised(id, new PaymentNews.MoneyRefunded(paymentOf(id), Money.of(500, "eur"), Money.of(500, "eur"),
                List.of(), shop.now()), "500 eur");
    }

    @Test
    @DisplayName("Rule 29 a dispute in another currency")
    void a_dispute() {
        String id = shop.bought(pool, "k", 500);

        assertRaised(id, new PaymentNews.DisputeOpened(paymentOf(id), "dp_1", Money.of(500, "jpy"), false, shop.now()),
                "500 jpy");
    }

    @Test
    @DisplayName("Rule 27 a refund of what cost nothing: a promo code paid for all of it")
    void of_a_free_purchase() {
        Order free = new Order(Credits.of(500), Credits.ZERO, Money.of(500, "usd"), Money.of(500, "usd"), "FREE", null,
                shop.now());
        String id = "pur_free";
        shop.desk.ask(Ask.unkeyed(pool, Wants.purchase(id), (_, _) -> new Deed.Outcome(new Answer(0, ""), false,
                List.of(Purchase.ordered(id, pool, free)))));
        shop.tell(new PaymentNews.CheckoutCompleted(shop.paid(id)));

        assertRaised(id, new PaymentNews.MoneyRefunded(paymentOf(id), Money.of(1, "usd"), Money.of(1, "usd"), List.of(),
                shop.now()), "1 usd");
    }
}
