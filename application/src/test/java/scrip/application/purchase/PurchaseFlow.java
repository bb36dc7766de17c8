package scrip.application.purchase;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import scrip.application.payment.CardLookup;
import scrip.application.payment.PaymentNews;
import scrip.application.pool.Answer;
import scrip.application.pool.Ask;
import scrip.application.pool.Desk;
import scrip.application.pool.FailingPoolStore;
import scrip.application.pool.InMemoryPoolStore;
import scrip.application.pool.RequestKey;
import scrip.application.promo.InMemoryPromoStore;
import scrip.application.promo.Promos;
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

import static org.assertj.core.api.Assertions.assertThat;

/** Buying on stores in memory, with a gateway that tells what the test wants told. */
abstract class PurchaseFlow {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final PoolId POOL = new PoolId(1);
    static final PoolId OTHER = new PoolId(2);
    static final Terms TERMS = new Terms(Credits.ZERO, Duration.ofDays(30));
    static final Shop SHOP = new Shop(
            new PriceList(Money.of(100, "usd"), 100, 1_000_000, List.of()), Money.of(50, "usd"), false);
    final InMemoryPoolStore memory = new InMemoryPoolStore();
    final FailingPoolStore store = new FailingPoolStore(memory);
    final TellingGateway gateway = new TellingGateway();
    final InMemoryInbox inbox = new InMemoryInbox();
    final InMemoryPurchaseStore purchases = new InMemoryPurchaseStore(memory);
    Instant now = NOW;
    final Set<CardLookup.Saved> kept = new HashSet<>();
    final InstantSource clock = () -> now;
    final Desk desk = new Desk(store, clock, TERMS, Desk.Limits.DEFAULT);
    final Balances balances = new Balances(store, new InMemoryLedgerReader(memory), clock, TERMS);
    final Promos promos = new Promos(new InMemoryPromoStore(memory), purchases, clock);
    final Fulfilment fulfilment = new Fulfilment(desk,
            new Fulfilment.Records(purchases, promos, new InMemoryDiscrepancies()), clock);
    final Orders orders = new Orders(desk, new Quotes(balances, SHOP, promos), purchases,
            new Payers(gateway, new InMemoryCustomerStore()), promos);
    final Webhooks webhooks = new Webhooks(gateway, inbox, new Webhooks.Takers(fulfilment, kept::add), clock);
    final Checkouts checkouts = new Checkouts(gateway, fulfilment, purchases, clock);

    PurchaseFlow() {
        for (PoolId pool : List.of(POOL, OTHER)) {
            memory.create(CreditPool.open(pool, NOW));
        }
        License license = new License("Team", 1, Credits.of(100), BillingInterval.ANNUAL, NOW, null, ZoneOffset.UTC);
        desk.ask(Ask.of(POOL, new Command.EnterLicense(license)));
    }

    @AfterEach
    void closeDesk() {
        desk.close();
    }

    /** Puts answers as a status and the purchase's id or the refusal's name. */
    static final OrderWriter WORDS = new OrderWriter() {

        @Override
        public Answer write(Purchase purchase) {
            return new Answer(201, purchase.id());
        }

        @Override
        public Answer write(Refusal refusal) {
            return new Answer(422, refusal.getClass().getSimpleName());
        }
    };

    Answer order(PoolId pool, String key, long credits) {
        return orders.order(new OrderRequest(pool, new RequestKey(key, key + credits), credits, null,
                "ada@example.com", "https://app.test/?c={CHECKOUT_SESSION_ID}", URI.create("https://app.test/")),
                WORDS);
    }

    String ordered() {
        Answer answer = order(POOL, "k", 500);
        assertThat(answer.status()).isEqualTo(201);
        return answer.body();
    }

    void tell(PaymentNews news) {
        assertThat(webhooks.receive(gateway.delivery(news), "genuine")).isEqualTo(Webhooks.Receipt.STORED);
        webhooks.work();
    }

    Credits addOn() {
        return balances.now(POOL).orElseThrow().stock().addOn().available();
    }

    Purchase.Status status(String purchase) {
        return purchases.byId(purchase).orElseThrow().status();
    }
}
