package scrip.application.workspace;

import scrip.application.pool.InMemoryStores;
import scrip.application.pool.Stores;

class InMemoryWorkspaceStoreTest extends WorkspaceStoreContract {

    private final InMemoryStores stores = new InMemoryStores();

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    protected WorkspaceStore newStore() {
        return new InMemoryWorkspaceStore(stores::create);
    }
}
