package scrip.persistence.upkeep;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.pool.Stores;
import scrip.application.upkeep.UpkeepContract;
import scrip.application.upkeep.UpkeepStore;
import scrip.persistence.JdbcStores;
import scrip.persistence.sql.Sql;

class JdbcUpkeepStoreIT extends UpkeepContract {

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    /** Answers are dropped whosever they are. */
    @BeforeEach
    void forgetOtherAnswers() {
        STORES.database().write(Sql.of("DELETE FROM request_key"));
        STORES.database().write(Sql.of("DELETE FROM kept_answers"));
    }

    @Override
    protected Stores stores() {
        return STORES;
    }

    @Override
    protected UpkeepStore newStore() {
        return new JdbcUpkeepStore(STORES.database());
    }
}
