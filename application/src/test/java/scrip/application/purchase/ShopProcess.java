package scrip.application.purchase;

import java.net.URI;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import scrip.application.payment.PaymentGateway;
import scrip.application.payment.PaymentNews;
import scrip.application.pool.Answer;
import scrip.application.pool.Desk;
import scrip.application.pool.PoolStore;
import scrip.application.pool.RequestKey;
import scrip.application.promo.PromoStore;
import scrip.application.promo.Promos;
import scrip.application.reading.Balances;
import scrip.application.reading.InMemoryLedgerReader;
import scrip.domain.purchase.Purchase;

/** One process of the application in its world, until it is closed or dies. */
final class ShopProcess implements AutoCloseable {

    final Promos promos;
    final Orders orders;
    final Webhooks webhooks;
    final Checkouts checkouts;
    final Reconciliation reconciliation;
    final Refunds refunds;
    private final Desk desk;
    private final PurchaseWorld world;

    ShopProcess(PurchaseWorld world, Death death) {
        this.world = world;
        InstantSource clock = () -> world.now;
        PoolStore pools = death.upon(PoolStore.class, world.pools);
        PurchaseStore purchases = death.upon(PurchaseStore.class, world.purchases);
        PaymentGateway gateway = death.upon(PaymentGateway.class, world.gateway);
        Inbox inbox = death.upon(Inbox.class, world.inbox);
        desk = new Desk(pools, clock, PurchaseWorld.TERMS, Desk.Limits.DEFAULT);
        Balances balances = new Balances(pools, new InMemoryLedgerReader(world.pools), clock, PurchaseWorld.TERMS);
        promos = new Promos(death.upon(PromoStore.class, world.promos), purchases, clock);
        Fulfilment fulfilment = new Fulfilment(desk,
                new Fulfilment.Records(purchases, promos, world.discrepancies), clock);
        orders = new Orders(desk, new Quotes(balances, PurchaseWorld.SHOP, promos), purchases,
                new Payers(gateway, death.upon(CustomerStore.class, world.customers)), promos);
        webhooks = new Webhooks(gateway, inbox, new Webhooks.Takers(fulfilment, _ -> false), clock);
        checkouts = new Checkouts(gateway, fulfilment, purchases, clock);
        refunds = new Refunds(desk, new Refunds.Records(purchases, world.discrepancies), gateway, clock);
        reconciliation = new Reconciliation(gateway, fulfilment, webhooks,
                new Reconciliation.Records(purchases, inbox, world.discrepancies, world.progress), clock);
    }

    Answer order(String key) {
        return order(key, 500);
    }

    Answer order(String key, long credits) {
        return order(key, credits, null);
    }

    Answer order(String key, long credits, @Nullable String promoCode) {
        return orders.order(new OrderRequest(PurchaseWorld.POOL, new RequestKey(key, key + credits + promoCode),
                credits, promoCode,
                "ada@example.com", "https://app.test/?c={CHECKOUT_SESSION_ID}", URI.create("https://app.test/")),
                new Words());
    }

    void tell(PaymentNews news) {
        webhooks.receive(world.gateway.delivery(news), "genuine");
        while (webhooks.work() > 0) {
            Thread.onSpinWait();
        }
    }

    /** Its threads end by themselves: nobody waits for a process that is dead. */
    @Override
    public void close() {
        Thread.startVirtualThread(desk::close);
    }

    /** Puts answers as a status and the purchase's id or the refusal's name. */
    private static final class Words implements OrderWriter {

        @Override
        public Answer write(Purchase purchase) {
            return new Answer(201, purchase.id());
        }

        @Override
        public Answer write(Refusal refusal) {
            return new Answer(502, refusal.getClass().getSimpleName());
        }
    }
}
