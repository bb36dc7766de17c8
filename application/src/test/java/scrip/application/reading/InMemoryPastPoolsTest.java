package scrip.application.reading;

import scrip.application.pool.InMemoryStores;
import scrip.application.pool.Stores;

class InMemoryPastPoolsTest extends PastPoolsContract {

    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    protected PastPools newPastPools() {
        return new InMemoryPastPools(stores.pools());
    }

    @Override
    protected LedgerReader newReader() {
        return new InMemoryLedgerReader(stores.pools());
    }

    @Override
    protected long lives() {
        return 40;
    }
}
