package scrip.persistence.workspace;

import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.pool.Stores;
import scrip.application.workspace.WorkspaceStore;
import scrip.application.workspace.WorkspaceStoreContract;
import scrip.persistence.JdbcStores;

class JdbcWorkspaceStoreIT extends WorkspaceStoreContract {

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    @Override
    protected Stores stores() {
        return STORES;
    }

    @Override
    protected WorkspaceStore newStore() {
        return new JdbcWorkspaceStore(STORES.database());
    }
}
