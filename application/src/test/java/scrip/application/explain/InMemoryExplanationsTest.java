package scrip.application.explain;

import scrip.application.pool.InMemoryStores;
import scrip.application.pool.Stores;

class InMemoryExplanationsTest extends ExplanationsContract {

    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    protected Statements newStatements() {
        return new InMemoryStatements(stores.pools());
    }
}
