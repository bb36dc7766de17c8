package scrip.persistence.purchase;

import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.pool.Stores;
import scrip.application.purchase.PurchaseStore;
import scrip.application.purchase.PurchaseStoreContract;
import scrip.persistence.JdbcStores;

class JdbcPurchaseStoreIT extends PurchaseStoreContract {

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    @Override
    protected Stores stores() {
        return STORES;
    }

    @Override
    protected PurchaseStore newStore() {
        return new JdbcPurchaseStore(STORES.database());
    }
}
