package scrip.persistence.reading;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import scrip.application.pool.Stores;
import scrip.application.reading.LedgerReader;
import scrip.application.reading.LedgerReaderContract;
import scrip.persistence.JdbcStores;

class JdbcLedgerReaderIT extends LedgerReaderContract {

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
    protected LedgerReader newReader() {
        return new JdbcLedgerReader(stores.database());
    }
}
