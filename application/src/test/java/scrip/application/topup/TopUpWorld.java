package scrip.application.topup;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

import scrip.application.payment.CheckoutOrder;
import scrip.application.payment.PaymentGateway;
import scrip.application.pool.Ask;
import scrip.application.pool.Desk;
import scrip.application.pool.InMemoryPoolStore;
import scrip.application.pool.PoolStore;
import scrip.application.promo.InMemoryPromoStore;
import scrip.application.promo.Promos;
import scrip.application.purchase.CardGateway;
import scrip.application.purchase.Death;
import scrip.application.purchase.Fulfilment;
import scrip.application.purchase.InMemoryCustomerStore;
import scrip.application.purchase.InMemoryDiscrepancies;
import scrip.application.purchase.InMemoryPurchaseStore;
import scrip.application.purchase.Payers;
import scrip.application.purchase.PurchaseStore;
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
import scrip.domain.topup.AutoTopUp;

import static org.assertj.core.api.Assertions.assertThat;

/** What outlives a process that tops pools up: the stores, the gateway and time. */
final class TopUpWorld {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    static final AutoTopUp.Settings ON = new AutoTopUp.Settings(true, Credits.of(200), 500, 3);

    private static final Terms TERMS = new Terms(Credits.ZERO, Duration.ofDays(30));
    private static final Shop SHOP = new Shop(new PriceList(Money.of(100, "usd"), 100, 1_000_000, List.of()),
            Money.of(50, "usd"), false);

    final InMemoryPoolStore pools = new InMemoryPoolStore();
    final InMemoryPurchaseStore purchases = new InMemoryPurchaseStore(pools);
    final CardGateway gateway = new CardGateway();
    final InMemoryAutoTopUpStore store = new InMemoryAutoTopUpStore(pools);
    final InMemoryCustomerStore customers = new InMemoryCustomerStore();
    final InMemoryDiscrepancies discrepancies = new InMemoryDiscrepancies();
    final InMemoryPromoStore promos = new InMemoryPromoStore(pools);
    volatile Instant now = NOW;

    /** Makes a pool of 100 credits that is to be topped up below 200, with a saved card that works. */
    void fill(PoolId pool, Node node) {
        pools.create(CreditPool.open(pool, NOW));
        node.desk.ask(Ask.of(pool, new Command.EnterLicense(new License("Team", 1, Credits.of(100),
                BillingInterval.ANNUAL, NOW, null, ZoneOffset.UTC))));
        node.cards.set(pool, ON);
        assertThat(node.cards.open(pool, "k", "ada@example.com",
                new CheckoutOrder.Returns("https://app.test/?s={CHECKOUT_SESSION_ID}",
                        URI.create("https://app.test/"))))
                .isPresent();
        assertThat(node.cards.returned(pool, gateway.saveCard(Long.toString(pool.value()))))
                .isEqualTo(SavedCards.Return.SAVED);
    }

    Node start(Death death) {
        return new Node(this, death);
    }

    /** One process, until it is closed or dies. */
    static final class Node implements AutoCloseable {

        final Desk desk;
        final Balances balances;
        final Fulfilment fulfilment;
        final AutoTopUps topUps;
        final SavedCards cards;

        private Node(TopUpWorld world, Death death) {
            InstantSource clock = () -> world.now;
            PoolStore pools = death.upon(PoolStore.class, world.pools);
            PurchaseStore purchases = death.upon(PurchaseStore.class, world.purchases);
            PaymentGateway gateway = death.upon(PaymentGateway.class, world.gateway);
            AutoTopUpStore store = death.upon(AutoTopUpStore.class, world.store);
            desk = new Desk(pools, clock, TERMS, Desk.Limits.DEFAULT);
            balances = new Balances(pools, new InMemoryLedgerReader(world.pools), clock, TERMS);
            Promos promos = new Promos(world.promos, purchases, clock);
            fulfilment = new Fulfilment(desk, new Fulfilment.Records(purchases, promos, world.discrepancies), clock);
            topUps = new AutoTopUps(desk,
                    new AutoTopUps.Selling(balances, new Quotes(balances, SHOP, promos), purchases,
                            fulfilment, true),
                    gateway, store, clock);
            cards = new SavedCards(gateway, new Payers(gateway, world.customers), store);
        }

        /** Its threads end by themselves: nobody waits for a process that is dead. */
        @Override
        public void close() {
            Thread.startVirtualThread(desk::close);
        }
    }
}
