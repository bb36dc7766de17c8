package scrip.persistence.reading;

import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.pool.Stores;
import scrip.application.reading.LedgerReader;
import scrip.application.reading.PastPools;
import scrip.application.reading.PastPoolsContract;
import scrip.persistence.JdbcStores;

class JdbcPastPoolsIT extends PastPoolsContract {

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    @Override
    protected Stores stores() {
        return STORES;
    }

    @Override
    protected PastPools newPastPools() {
        return new JdbcPastPools(STORES.database());
    }

    @Override
    protected LedgerReader newReader() {
        return new JdbcLedgerReader(STORES.database());
    }
}
