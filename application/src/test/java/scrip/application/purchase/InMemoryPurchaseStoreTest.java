package scrip.application.purchase;

import scrip.application.pool.InMemoryStores;
import scrip.application.pool.Stores;

class InMemoryPurchaseStoreTest extends PurchaseStoreContract {

    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    protected PurchaseStore newStore() {
        return new InMemoryPurchaseStore(stores.pools());
    }
}
