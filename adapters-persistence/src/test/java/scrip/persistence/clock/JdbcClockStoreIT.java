package scrip.persistence.clock;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import scrip.application.clock.ClockStore;
import scrip.application.clock.ClockStoreContract;
import scrip.persistence.JdbcStores;

class JdbcClockStoreIT extends ClockStoreContract {

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
    protected ClockStore newStore() {
        return new JdbcClockStore(stores.database());
    }
}
