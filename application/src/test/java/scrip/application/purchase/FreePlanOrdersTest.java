package scrip.application.purchase;

import java.time.ZoneOffset;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.pool.Answer;
import scrip.application.pool.Ask;
import scrip.application.pool.InMemoryStores;
import scrip.application.promo.InMemoryPromoStore;
import scrip.application.reading.InMemoryLedgerReader;
import scrip.domain.credit.Credits;
import scrip.domain.license.BillingInterval;
import scrip.domain.license.License;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.promo.Benefit;
import scrip.domain.promo.Conditions;
import scrip.domain.promo.PromoCode;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Rules 6 and 20: an order for want of a license is refused under its key for good, as one for want of credits")
class FreePlanOrdersTest {

    private final InMemoryStores stores = new InMemoryStores();
    private final InMemoryPromoStore promos = new InMemoryPromoStore(stores.pools());
    private final Shopping shop = new Shopping(new Shopping.Kept(stores, stores.pools(),
            new InMemoryPurchaseStore(stores.pools()), new InMemoryLedgerReader(stores.pools()), promos));
    private final PoolId pool = stores.nextId();

    @BeforeEach
    void aPoolOnTheFreePlanAndACode() {
        stores.create(CreditPool.open(pool, Shopping.START));
        promos.put(new PromoCode("SPRING", new Benefit.PercentOff(20), Conditions.NONE, Shopping.START, null));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private void enterLicense() {
        License license = new License("Team", 1, Credits.ZERO, BillingInterval.ANNUAL, shop.now(), null,
                ZoneOffset.UTC);
        shop.desk.ask(Ask.of(pool, new Command.EnterLicense(license)));
    }

    @Test
    void the_same_request_is_refused_again_once_there_is_a_license_and_a_new_one_is_not() {
        Answer first = shop.order(pool, "k", 100);
        enterLicense();
        Answer again = shop.order(pool, "k", 100);

        assertThat(first.body()).isEqualTo("FreePlan");
        assertThat(again.body()).isEqualTo("FreePlan");
        assertThat(again.replayed()).isTrue();
        assertThat(shop.order(pool, "k", 200).body()).isEqualTo("KeyReused");
        assertThat(shop.order(pool, "k2", 100).status()).isEqualTo(201);
    }

    @Test
    void so_is_a_request_with_a_promo_code_even_if_the_code_is_withdrawn_meanwhile() {
        Answer first = shop.order(pool, "k", 100, "SPRING");
        enterLicense();
        Answer again = shop.order(pool, "k", 100, "SPRING");
        promos.retire("SPRING", shop.now());
        Answer withdrawn = shop.order(pool, "k", 100, "SPRING");

        assertThat(first.body()).isEqualTo("FreePlan");
        assertThat(again.replayed()).isTrue();
        assertThat(withdrawn.replayed()).isTrue();
        assertThat(promos.find("SPRING").orElseThrow().redemptions()).isZero();
        assertThat(shop.order(pool, "k2", 100, "SPRING").body()).isEqualTo("retired");
        assertThat(shop.order(pool, "k2", 100).status()).as("a refused code leaves its key unused").isEqualTo(201);
    }
}
