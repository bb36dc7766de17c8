package scrip.persistence.clock;

import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.clock.ClockStore;
import scrip.application.clock.ClockStoreContract;
import scrip.persistence.JdbcStores;

class JdbcClockStoreIT extends ClockStoreContract {

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    @Override
    protected ClockStore newStore() {
        return new JdbcClockStore(STORES.database());
    }
}
