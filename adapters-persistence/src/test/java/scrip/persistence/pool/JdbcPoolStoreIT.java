package scrip.persistence.pool;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import scrip.application.pool.PoolStoreContract;
import scrip.application.pool.Stores;
import scrip.persistence.JdbcStores;

class JdbcPoolStoreIT extends PoolStoreContract {

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
}
