package scrip.application.purchase;

import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.pool.InMemoryStores;
import scrip.application.promo.InMemoryPromoStore;
import scrip.application.reading.InMemoryLedgerReader;
import scrip.domain.credit.Credits;
import scrip.domain.pool.PoolId;
import scrip.domain.pricing.Money;
import scrip.domain.promo.Benefit;
import scrip.domain.promo.Conditions;
import scrip.domain.promo.PromoCode;
import scrip.domain.purchase.Purchase;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A buyer who turns back on the payment page")
class TurningBackTest {

    private static final String CODE = "ONCE";

    private final InMemoryStores stores = new InMemoryStores();
    private final InMemoryPromoStore promos = new InMemoryPromoStore(stores.pools());
    private final Shopping shop = new Shopping(new Shopping.Kept(stores, stores.pools(),
            new InMemoryPurchaseStore(stores.pools()), new InMemoryLedgerReader(stores.pools()), promos));
    private final Checkouts checkouts = new Checkouts(shop.gateway, shop.fulfilment, shop.purchases, shop::now);
    private PoolId pool;

    @BeforeEach
    void a_code_that_is_good_for_one_purchase_of_a_pool() {
        pool = shop.aBuyer();
        promos.put(new PromoCode(CODE, new Benefit.PercentOff(10),
                new Conditions(null, null, null, 1L, Credits.ZERO, false), Shopping.START, null));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Optional<Purchase.Status> turnBack(String purchase) {
        return checkouts.turnedBack(pool, purchase).map(back -> back.purchase().status());
    }

    @Test
    @DisplayName("Rule 27 ends the checkout unpaid, so that the code is free for another try at once")
    void gives_the_redemption_back() {
        String first = shop.order(pool, "k1", 500, CODE).body();
        assertThat(shop.order(pool, "k2", 300, CODE).body()).isEqualTo("used_up_here");

        assertThat(turnBack(first)).contains(Purchase.Status.EXPIRED);

        assertThat(shop.order(pool, "k2", 300, CODE).status()).isEqualTo(201);
        assertThat(turnBack(first)).as("reloaded").contains(Purchase.Status.EXPIRED);
        assertThat(shop.addOn(pool)).isZero();
    }

    @Test
    @DisplayName("Rule 25 and has paid all the same gets his credits")
    void has_paid() {
        String id = shop.order(pool, "k", 500).body();
        shop.gateway.pay(id, Money.of(500, "usd"), shop.now());

        assertThat(turnBack(id)).contains(Purchase.Status.PAID);

        assertThat(shop.addOn(pool)).isEqualTo(500);
    }

    @Test
    @DisplayName("Rule 25 and has completed it, though the money is still on its way, is told to wait")
    void has_completed() {
        String id = shop.order(pool, "k", 500).body();
        shop.gateway.completeUnpaid(id);

        assertThat(checkouts.turnedBack(pool, id))
                .contains(new Checkouts.TurnedBack(shop.purchase(id), true));
        assertThat(shop.purchase(id).status()).isEqualTo(Purchase.Status.PENDING);
    }

    @Test
    @DisplayName("while the gateway is silent leaves all as it is")
    void silent() {
        String id = shop.order(pool, "k", 500).body();
        shop.gateway.silent = true;

        assertThat(turnBack(id)).contains(Purchase.Status.PENDING);
    }

    @Test
    @DisplayName("cannot end a purchase of another pool, nor one that has no page")
    void of_another() {
        String id = shop.order(pool, "k", 500).body();

        assertThat(checkouts.turnedBack(shop.aBuyer(), id)).isEmpty();
        assertThat(checkouts.turnedBack(pool, "pur_unknown")).isEmpty();
        assertThat(shop.purchase(id).status()).isEqualTo(Purchase.Status.PENDING);
    }
}
