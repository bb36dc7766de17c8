package scrip.application.topup;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.payment.CardLookup;
import scrip.application.payment.ChargeReply;
import scrip.application.payment.CheckoutOrder;
import scrip.application.pool.Ask;
import scrip.application.pool.Desk;
import scrip.application.pool.InMemoryPoolStore;
import scrip.application.promo.InMemoryPromoStore;
import scrip.application.promo.Promos;
import scrip.application.purchase.CardGateway;
import scrip.application.purchase.Fulfilment;
import scrip.application.purchase.InMemoryCustomerStore;
import scrip.application.purchase.InMemoryDiscrepancies;
import scrip.application.purchase.InMemoryPurchaseStore;
import scrip.application.purchase.Payers;
import scrip.application.purchase.Quotes;
import scrip.application.purchase.Shop;
import scrip.application.reading.Balances;
import scrip.application.reading.InMemoryLedgerReader;
import scrip.domain.credit.Credits;
import scrip.domain.license.BillingInterval;
import scrip.domain.license.License;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;
import scrip.domain.pricing.Money;
import scrip.domain.pricing.PriceList;
import scrip.domain.purchase.Purchase;
import scrip.domain.topup.AutoTopUp;
import scrip.domain.topup.AutoTopUp.Outcome;
import scrip.domain.topup.AutoTopUp.State;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Automatic top-up buys with the saved card, once each time, on however many nodes")
class AutoTopUpsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final PoolId POOL = new PoolId(1);
    private static final Terms TERMS = new Terms(Credits.ZERO, Duration.ofDays(30));
    private static final Shop SHOP = new Shop(new PriceList(Money.of(100, "usd"), 100, 1_000_000, List.of()),
            Money.of(50, "usd"), false);
    private static final AutoTopUp.Settings ON = new AutoTopUp.Settings(true, Credits.of(200), 500, 3);

    private final InMemoryPoolStore pools = new InMemoryPoolStore();
    private final InMemoryPurchaseStore purchases = new InMemoryPurchaseStore(pools);
    private final CardGateway gateway = new CardGateway();
    private final InMemoryAutoTopUpStore store = new InMemoryAutoTopUpStore(pools);
    private Instant now = NOW;
    private final Desk desk = new Desk(pools, () -> now, TERMS, Desk.Limits.DEFAULT);
    private final Balances balances = new Balances(pools, new InMemoryLedgerReader(pools), () -> now, TERMS);
    private final Promos promos = new Promos(new InMemoryPromoStore(pools), purchases, () -> now);
    private final Fulfilment fulfilment = new Fulfilment(desk,
            new Fulfilment.Records(purchases, promos, new InMemoryDiscrepancies()), () -> now);
    private final AutoTopUps topUps = node();
    private final SavedCards cards = new SavedCards(gateway, new Payers(gateway, new InMemoryCustomerStore()), store,
            () -> now);

    private AutoTopUps node() {
        return new AutoTopUps(desk,
                new AutoTopUps.Selling(balances, new Quotes(balances, SHOP, promos), purchases, fulfilment,
                        true),
                gateway, store, () -> now);
    }

    @BeforeEach
    void a_pool_below_the_threshold_with_a_saved_card() {
        pools.create(CreditPool.open(POOL, NOW));
        desk.ask(Ask.of(POOL, new Command.EnterLicense(new License("Team", 1, Credits.of(100), BillingInterval.ANNUAL,
                NOW, null, ZoneOffset.UTC))));
        cards.set(POOL, ON);
        assertThat(cards.open(POOL, "k", "ada@example.com",
                new CheckoutOrder.Returns("https://app.test/?s={CHECKOUT_SESSION_ID}",
                        URI.create("https://app.test/"))))
                .isPresent();
        assertThat(cards.returned(POOL, gateway.saveCard("1"))).isTrue();
    }

    @AfterEach
    void closeDesk() {
        desk.close();
    }

    private static CardLookup.Saved told(String pool, String customer, Instant savedAt) {
        return new CardLookup.Saved(pool, customer, "pm_told", "Visa •••• 1881", savedAt);
    }

    @Test
    void a_card_is_taken_from_the_gateways_news_if_its_owner_never_comes_back() {
        CardLookup.Saved card = told("1", "cus_1", NOW.plusSeconds(1));

        assertThat(cards.keep(card)).isTrue();
        AutoTopUpStore.Versioned kept = store.find(POOL).orElseThrow();
        assertThat(kept.topUp().card()).extracting(AutoTopUp.Card::method).isEqualTo("pm_told");
        assertThat(cards.keep(card)).as("told twice").isTrue();
        assertThat(cards.returned(POOL, gateway.saveCard("1"))).as("back from an older page").isTrue();

        assertThat(store.find(POOL)).as("nothing more changes").contains(kept);
    }

    @Test
    void a_card_of_another_customer_or_of_no_pool_here_is_not_taken() {
        for (CardLookup.Saved card : List.of(told("1", "cus_2", NOW), told("2", "cus_1", NOW), told("x", "cus_1", NOW),
                told("", "cus_1", NOW), told("99999999999999999999", "cus_1", NOW))) {
            assertThat(cards.keep(card)).as("%s", card).isFalse();
        }
        assertThat(store.find(POOL).orElseThrow().topUp().card()).extracting(AutoTopUp.Card::method)
                .isEqualTo("pm_cs_card_1");
        assertThat(store.find(new PoolId(2))).isEmpty();
    }

    private Credits addOn() {
        return balances.now(POOL).orElseThrow().stock().addOn().available();
    }

    private void later(Duration time) {
        now = now.plus(time);
        topUps.work();
    }

    private List<Purchase> bought() {
        return purchases.ofPool(POOL, 10);
    }

    @Test
    void below_the_threshold_it_buys_once() {
        topUps.work();
        topUps.work();

        assertThat(addOn()).isEqualTo(Credits.of(500));
        assertThat(bought()).singleElement().satisfies(purchase -> {
            assertThat(purchase.status()).isEqualTo(Purchase.Status.PAID);
            assertThat(purchase.order().total()).isEqualTo(Money.of(500, "usd"));
        });
        assertThat(cards.of(POOL).progress().outcome()).isEqualTo(Outcome.PAID);
    }

    @Test
    void with_enough_available_or_turned_off_it_buys_nothing() {
        cards.set(POOL, new AutoTopUp.Settings(true, Credits.of(100), 500, 3));
        topUps.work();
        cards.set(POOL, new AutoTopUp.Settings(false, Credits.of(200), 500, 3));
        topUps.work();

        assertThat(bought()).isEmpty();
    }

    @Test
    void many_nodes_at_once_buy_once() {
        CompletableFuture.allOf(IntStream.range(0, 16).mapToObj(_ -> CompletableFuture.runAsync(() -> node().work()))
                .toArray(CompletableFuture<?>[]::new)).join();

        assertThat(bought()).hasSize(1);
        assertThat(addOn()).isEqualTo(Credits.of(500));
        assertThat(gateway.charged()).isEqualTo(1);
    }

    @Test
    void three_declines_suspend_it_and_each_is_a_failed_purchase_that_is_told() {
        gateway.next(new ChargeReply.Declined("card_declined"));
        topUps.work();
        later(Duration.ofHours(1));
        later(Duration.ofHours(1));
        later(Duration.ofHours(9));

        assertThat(cards.of(POOL).state()).isEqualTo(State.SUSPENDED);
        assertThat(bought()).hasSize(3).allSatisfy(
                purchase -> assertThat(purchase.status()).isEqualTo(Purchase.Status.FAILED));
        assertThat(addOn()).isEqualTo(Credits.ZERO);
    }

    @Test
    void a_gateway_that_does_not_answer_is_asked_for_the_same_payment_again() {
        gateway.next(new ChargeReply.Unavailable("time-out"));
        topUps.work();
        assertThat(cards.of(POOL).state()).isEqualTo(State.RUNNING);
        assertThat(addOn()).isEqualTo(Credits.ZERO);

        gateway.next(null);
        later(Duration.ofSeconds(31));

        assertThat(bought()).hasSize(1);
        assertThat(addOn()).isEqualTo(Credits.of(500));
        assertThat(cards.of(POOL).state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void a_gateway_that_does_not_answer_for_an_hour_is_given_up_and_late_money_still_buys() {
        gateway.next(new ChargeReply.Unavailable("time-out"));
        topUps.work();
        later(Duration.ofHours(2));
        assertThat(cards.of(POOL).progress().outcome()).isEqualTo(Outcome.GIVEN_UP);

        fulfilment.apply(gateway.paid(bought().getFirst()), now);

        assertThat(addOn()).isEqualTo(Credits.of(500));
    }

    @Test
    void a_payment_that_waited_longer_than_the_gateway_keeps_its_key_is_not_asked_for_again() {
        gateway.next(new ChargeReply.Unavailable("time-out"));
        topUps.work();
        gateway.next(null);
        cards.set(POOL, new AutoTopUp.Settings(false, Credits.of(200), 500, 3));

        later(Duration.ofHours(21));

        assertThat(gateway.charged()).as("it could charge twice").isZero();
        assertThat(cards.of(POOL).progress().outcome()).isEqualTo(Outcome.GIVEN_UP);
        assertThat(bought()).extracting(Purchase::status).containsExactly(Purchase.Status.EXPIRED);
    }

    @Test
    void a_bank_that_takes_its_time_is_waited_for_and_its_news_ends_it() {
        gateway.next(new ChargeReply.Processing());
        topUps.work();
        fulfilment.apply(gateway.paid(bought().getFirst()), now);
        later(Duration.ofMinutes(1));

        assertThat(addOn()).isEqualTo(Credits.of(500));
        assertThat(cards.of(POOL).progress().outcome()).isEqualTo(Outcome.PAID);
        assertThat(bought()).hasSize(1);
    }

    @Test
    void what_is_not_for_sale_to_the_pool_is_not_charged() {
        desk.ask(Ask.of(POOL, new Command.EndLicense()));

        topUps.work();

        assertThat(bought()).isEmpty();
        assertThat(cards.of(POOL).progress().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(gateway.charged()).isZero();
    }

    @Test
    void a_card_of_another_pool_is_not_taken() {
        assertThat(cards.returned(POOL, gateway.saveCard("2"))).isFalse();
        assertThat(cards.returned(POOL, "cs_unknown")).isFalse();
    }
}
