package scrip.application.purchase;

import scrip.application.pool.InMemoryStores;
import scrip.application.promo.InMemoryPromoStore;
import scrip.application.reading.InMemoryLedgerReader;

class PromosAtOnceTest extends PromosAtOnceContract {

    @Override
    protected Shopping.Kept kept() {
        InMemoryStores stores = new InMemoryStores();
        return new Shopping.Kept(stores, stores.pools(), new InMemoryPurchaseStore(stores.pools()),
                new InMemoryLedgerReader(stores.pools()), new InMemoryPromoStore(stores.pools()));
    }
}
