package scrip.persistence.topup;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import scrip.application.pool.Stores;
import scrip.application.topup.AutoTopUpStore;
import scrip.application.topup.AutoTopUpStoreContract;
import scrip.persistence.JdbcStores;

class JdbcAutoTopUpStoreIT extends AutoTopUpStoreContract {

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
    protected AutoTopUpStore store() {
        return new JdbcAutoTopUpStore(stores.database());
    }
}
