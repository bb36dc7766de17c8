package scrip.persistence.purchase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import scrip.application.purchase.CustomerStore;
import scrip.application.purchase.CustomerStoreContract;

import scrip.persistence.JdbcStores;
import scrip.persistence.sql.Sql;

class JdbcCustomerStoreIT extends CustomerStoreContract {

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
    protected CustomerStore emptyStore() {
        stores.database().write(Sql.of("DELETE FROM gateway_customer"));
        return new JdbcCustomerStore(stores.database());
    }
}
