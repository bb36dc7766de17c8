package scrip.application.promo;

import scrip.application.pool.InMemoryStores;
import scrip.application.pool.Stores;

class InMemoryPromoStoreTest extends PromoStoreContract {

    private final InMemoryStores stores = new InMemoryStores();
    private final InMemoryPromoStore promos = new InMemoryPromoStore(stores.pools());

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    protected PromoStore promos() {
        return promos;
    }
}
