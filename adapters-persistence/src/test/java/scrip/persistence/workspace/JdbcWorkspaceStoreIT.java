package scrip.persistence.workspace;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import scrip.application.pool.Stores;
import scrip.application.workspace.WorkspaceStore;
import scrip.application.workspace.WorkspaceStoreContract;
import scrip.persistence.JdbcStores;

class JdbcWorkspaceStoreIT extends WorkspaceStoreContract {

    private static JdbcStores stores;

    @BeforeAll
    static void connect() {
        stores = new JdbcStores();
    }

    @AfterAll
    static void disconnect() {
        stores.close();
    }

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    protected WorkspaceStore newStore() {
        return new JdbcWorkspaceStore(stores.database());
    }
}
