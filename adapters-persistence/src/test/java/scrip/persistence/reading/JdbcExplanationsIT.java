package scrip.persistence.reading;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import scrip.application.explain.ExplanationsContract;
import scrip.application.explain.Statements;
import scrip.application.pool.Stores;
import scrip.persistence.JdbcStores;

class JdbcExplanationsIT extends ExplanationsContract {

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
    protected Statements newStatements() {
        return new JdbcStatements(stores.database());
    }
}
