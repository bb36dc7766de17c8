package scrip.persistence.purchase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import scrip.application.pool.Stores;
import scrip.application.purchase.PurchaseStore;
import scrip.application.purchase.PurchaseStoreContract;
import scrip.persistence.JdbcStores;

class JdbcPurchaseStoreIT extends PurchaseStoreContract {

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
    protected PurchaseStore newStore() {
        return new JdbcPurchaseStore(stores.database());
    }
}
