package scrip.persistence.license;

import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.license.InstanceStore;
import scrip.application.license.InstanceStoreContract;
import scrip.persistence.JdbcStores;

class JdbcInstanceStoreIT extends InstanceStoreContract {

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    @Override
    protected InstanceStore store() {
        return new JdbcInstanceStore(STORES.database());
    }
}
