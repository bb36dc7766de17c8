package scrip.persistence.live;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import scrip.application.live.PoolMarks;
import scrip.application.live.PoolMarksContract;
import scrip.application.pool.Stores;
import scrip.persistence.JdbcStores;

class JdbcPoolMarksIT extends PoolMarksContract {

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
    protected PoolMarks newMarks() {
        return new JdbcPoolMarks(stores.database());
    }
}
