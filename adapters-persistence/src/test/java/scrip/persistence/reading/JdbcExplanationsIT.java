package scrip.persistence.reading;

import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.explain.ExplanationsContract;
import scrip.application.explain.Statements;
import scrip.application.pool.Stores;
import scrip.persistence.JdbcStores;

class JdbcExplanationsIT extends ExplanationsContract {

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    @Override
    protected Stores stores() {
        return STORES;
    }

    @Override
    protected Statements newStatements() {
        return new JdbcStatements(STORES.database());
    }
}
