package scrip.application.live;

import scrip.application.pool.InMemoryStores;
import scrip.application.pool.Stores;

class InMemoryPoolMarksTest extends PoolMarksContract {

    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    protected PoolMarks newMarks() {
        return new InMemoryPoolMarks(stores.pools());
    }
}
