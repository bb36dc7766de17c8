package scrip.persistence.reading;

import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.pool.Stores;
import scrip.application.reading.LedgerReader;
import scrip.application.reading.LedgerReaderContract;
import scrip.persistence.JdbcStores;

class JdbcLedgerReaderIT extends LedgerReaderContract {

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    @Override
    protected Stores stores() {
        return STORES;
    }

    @Override
    protected LedgerReader newReader() {
        return new JdbcLedgerReader(STORES.database());
    }
}
