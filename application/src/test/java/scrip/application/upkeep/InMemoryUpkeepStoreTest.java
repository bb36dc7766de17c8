package scrip.application.upkeep;

import scrip.application.pool.InMemoryStores;
import scrip.application.pool.Stores;

class InMemoryUpkeepStoreTest extends UpkeepContract {

    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    protected UpkeepStore newStore() {
        return new InMemoryUpkeepStore(stores.pools());
    }
}
