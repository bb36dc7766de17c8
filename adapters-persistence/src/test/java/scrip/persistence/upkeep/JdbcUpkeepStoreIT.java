package scrip.persistence.upkeep;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import scrip.application.pool.Stores;
import scrip.application.upkeep.UpkeepContract;
import scrip.application.upkeep.UpkeepStore;
import scrip.persistence.JdbcStores;
import scrip.persistence.sql.Sql;

class JdbcUpkeepStoreIT extends UpkeepContract {

    private static JdbcStores stores;

    @BeforeAll
    static void connect() {
        stores = new JdbcStores();
    }

    @AfterAll
    static void disconnect() {
        stores.close();
    }

    /** Answers are dropped whosever they are. */
    @BeforeEach
    void forgetOtherAnswers() {
        stores.database().write(Sql.of("DELETE FROM request_key"));
    }

    @Override
    protected Stores stores() {
        return stores;
    }

    @Override
    protected UpkeepStore newStore() {
        return new JdbcUpkeepStore(stores.database());
    }
}
