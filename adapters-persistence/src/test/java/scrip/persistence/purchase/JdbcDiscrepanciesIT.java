package scrip.persistence.purchase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import scrip.application.purchase.Discrepancies;
import scrip.application.purchase.DiscrepanciesContract;

import scrip.persistence.JdbcStores;
import scrip.persistence.sql.Sql;

class JdbcDiscrepanciesIT extends DiscrepanciesContract {

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
    protected Discrepancies noDiscrepancies() {
        stores.database().write(Sql.of("DELETE FROM discrepancy"));
        return new JdbcDiscrepancies(stores.database());
    }
}
