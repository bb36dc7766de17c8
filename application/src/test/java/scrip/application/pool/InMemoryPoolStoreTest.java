package scrip.application.pool;

class InMemoryPoolStoreTest extends PoolStoreContract {

    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }
}
