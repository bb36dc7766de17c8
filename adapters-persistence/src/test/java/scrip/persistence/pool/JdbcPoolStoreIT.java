package scrip.persistence.pool;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import scrip.application.pool.PoolStore;
import scrip.application.pool.PoolStoreContract;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
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
    protected PoolStore newStore() {
        return stores.pools();
    }

    @Override
    protected void create(CreditPool added) {
        stores.create(added);
    }

    @Override
    protected PoolId nextId() {
        return stores.nextId();
    }
}
