package scrip.persistence.purchase;

import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.purchase.CustomerStore;
import scrip.application.purchase.CustomerStoreContract;

import scrip.persistence.JdbcStores;
import scrip.persistence.sql.Sql;

class JdbcCustomerStoreIT extends CustomerStoreContract {

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    @Override
    protected CustomerStore emptyStore() {
        STORES.database().write(Sql.of("DELETE FROM gateway_customer"));
        return new JdbcCustomerStore(STORES.database());
    }
}
