package scrip.application.purchase;

import scrip.application.pool.InMemoryStores;
import scrip.application.promo.InMemoryPromoStore;
import scrip.application.reading.InMemoryLedgerReader;

class DeliveriesTest extends DeliveriesContract {

    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Shopping.Kept kept() {
        return new Shopping.Kept(stores, stores.pools(), new InMemoryPurchaseStore(stores.pools()),
                new InMemoryLedgerReader(stores.pools()), new InMemoryPromoStore(stores.pools()));
    }

    @Override
    protected Inbox inbox() {
        return new InMemoryInbox();
    }
}
