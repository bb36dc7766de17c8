package scrip.application.purchase;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import scrip.application.pool.Ask;
import scrip.application.pool.Desk;
import scrip.application.pool.InMemoryPoolStore;
import scrip.application.promo.InMemoryPromoStore;
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

/** What outlives a process: the stores, the gateway and time. One pool with a license. */
final class PurchaseWorld {

    static final PoolId POOL = new PoolId(1);
    static final Terms TERMS = new Terms(Credits.ZERO, Duration.ofDays(30));
    static final Shop SHOP = new Shop(new PriceList(Money.of(100, "usd"), 100, 1_000_000, List.of()),
            Money.of(50, "usd"), false);

    final InMemoryPoolStore pools = new InMemoryPoolStore();
    final InMemoryPurchaseStore purchases = new InMemoryPurchaseStore(pools);
    final InMemoryPromoStore promos = new InMemoryPromoStore(pools);
    final InMemoryInbox inbox = new InMemoryInbox();
    final InMemoryCustomerStore customers = new InMemoryCustomerStore();
    final InMemoryDiscrepancies discrepancies = new InMemoryDiscrepancies();
    final InMemoryReconciliationStore progress = new InMemoryReconciliationStore();
    final TellingGateway gateway = new TellingGateway();
    volatile Instant now = PurchaseFlowTest.NOW;

    PurchaseWorld() {
        pools.create(CreditPool.open(POOL, now));
        Desk desk = new Desk(pools, () -> now, TERMS, Desk.Limits.DEFAULT);
        License license = new License("Team", 1, Credits.of(100), BillingInterval.ANNUAL, now, null, ZoneOffset.UTC);
        desk.ask(Ask.of(POOL, new Command.EnterLicense(license)));
        Thread.startVirtualThread(desk::close);
    }

    ShopProcess start(Death death) {
        return new ShopProcess(this, death);
    }

    Credits addOn() {
        return pools.read(POOL, now).orElseThrow().pool().stock().addOn().available();
    }

    /** The one purchase that there is. */
    Purchase only() {
        List<Purchase> all = purchases.ofPool(POOL, 10);
        if (all.size() != 1) {
            throw new AssertionError("purchases: " + all);
        }
        return all.getFirst();
    }
}
