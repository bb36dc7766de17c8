package scrip.application.topup;

import scrip.application.pool.InMemoryStores;
import scrip.application.pool.Stores;

class InMemoryAutoTopUpStoreTest extends AutoTopUpStoreContract {

    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    protected AutoTopUpStore store() {
        return new InMemoryAutoTopUpStore(stores.pools());
    }
}
