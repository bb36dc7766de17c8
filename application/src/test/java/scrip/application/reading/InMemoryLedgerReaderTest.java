package scrip.application.reading;

import scrip.application.pool.InMemoryStores;
import scrip.application.pool.Stores;

class InMemoryLedgerReaderTest extends LedgerReaderContract {

    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    protected LedgerReader newReader() {
        return new InMemoryLedgerReader(stores.pools());
    }
}
