package scrip.application.purchase;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.PaymentNews;
import scrip.application.pool.InMemoryStores;
import scrip.application.promo.InMemoryPromoStore;
import scrip.application.reading.InMemoryLedgerReader;
import scrip.domain.pool.AddOn;
import scrip.domain.pool.PoolId;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Rule 10: a payment that lies ahead of our clock counts as now, on the purchase as in the pool")
class PaymentTimesTest {

    private final InMemoryStores stores = new InMemoryStores();
    private final Shopping shop = new Shopping(new Shopping.Kept(stores, stores.pools(),
            new InMemoryPurchaseStore(stores.pools()), new InMemoryLedgerReader(stores.pools()),
            new InMemoryPromoStore(stores.pools())));
    private final PoolId pool = shop.aBuyer();

    @AfterEach
    void close() {
        shop.close();
    }

    private void pay(String purchase, Instant at) {
        shop.tell(new PaymentNews.CheckoutCompleted(
                TellingGateway.state(purchase, shop.purchase(purchase).order().total(), CheckoutState.Status.COMPLETE,
                        CheckoutState.PaymentStatus.PAID, at)));
    }

    private Instant paidAt(String purchase) {
        return shop.purchase(purchase).payment().paidAt();
    }

    @Test
    @DisplayName("Rule 9: a quote tells the end that a payment then brings, also on a leap day, which ends earlier")
    void quoted_on_a_leap_day() {
        shop.pass(Duration.between(shop.now(), Instant.parse("2028-02-28T23:00:00Z")));
        pay(shop.order(pool, "k1", 100).body(), shop.now());
        shop.pass(Duration.ofHours(11));

        QuoteReply quote = new Quotes(shop.balances, Shopping.SHOP, shop.promos).quote(pool, 100, null);
        pay(shop.order(pool, "k2", 100).body(), shop.now());

        Instant end = Instant.parse("2029-02-28T10:00:00Z");
        assertThat(quote).isInstanceOfSatisfying(QuoteReply.Quoted.class,
                quoted -> assertThat(quoted.quote().validUntilAfter()).isEqualTo(end));
        assertThat(shop.pool(pool).stock().addOn().endsAt()).isEqualTo(end);
    }

    @Test
    void ahead_of_our_clock_and_behind_it() {
        String ahead = shop.order(pool, "k1", 100).body();
        String behind = shop.order(pool, "k2", 100).body();

        pay(behind, shop.now().minusSeconds(60));
        pay(ahead, shop.now().plusSeconds(60));

        assertThat(paidAt(ahead)).isEqualTo(shop.now());
        assertThat(paidAt(behind)).isEqualTo(shop.now().minusSeconds(60));
        assertThat(shop.pool(pool).stock().addOn().endsAt()).isEqualTo(AddOn.oneYearFrom(shop.now()));
    }
}
