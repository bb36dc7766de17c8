package scrip.persistence.license;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import scrip.application.license.InstanceStore;
import scrip.application.license.InstanceStoreContract;
import scrip.persistence.JdbcStores;

class JdbcInstanceStoreIT extends InstanceStoreContract {

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
    protected InstanceStore store() {
        return new JdbcInstanceStore(stores.database());
    }
}
