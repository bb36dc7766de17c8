package scrip.application.audit;

import scrip.application.pool.InMemoryStores;
import scrip.application.pool.Stores;

class InMemoryVerifierTest extends VerifierContract {

    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    protected Archive newArchive() {
        return new InMemoryArchive(stores.pools());
    }
}
