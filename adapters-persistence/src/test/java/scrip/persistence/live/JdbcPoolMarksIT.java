package scrip.persistence.live;

import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.live.PoolMarks;
import scrip.application.live.PoolMarksContract;
import scrip.application.pool.Stores;
import scrip.persistence.JdbcStores;

class JdbcPoolMarksIT extends PoolMarksContract {

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    @Override
    protected Stores stores() {
        return STORES;
    }

    @Override
    protected PoolMarks newMarks() {
        return new JdbcPoolMarks(STORES.database());
    }
}
