package scrip.persistence.topup;

import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.pool.Stores;
import scrip.application.topup.AutoTopUpStore;
import scrip.application.topup.AutoTopUpStoreContract;
import scrip.persistence.JdbcStores;

class JdbcAutoTopUpStoreIT extends AutoTopUpStoreContract {

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    @Override
    protected Stores stores() {
        return STORES;
    }

    @Override
    protected AutoTopUpStore store() {
        return new JdbcAutoTopUpStore(STORES.database());
    }
}
