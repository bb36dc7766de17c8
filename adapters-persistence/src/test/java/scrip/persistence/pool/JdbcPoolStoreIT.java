package scrip.persistence.pool;

import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.pool.PoolStoreContract;
import scrip.application.pool.Stores;
import scrip.persistence.JdbcStores;

class JdbcPoolStoreIT extends PoolStoreContract {

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    @Override
    protected Stores stores() {
        return STORES;
    }
}
