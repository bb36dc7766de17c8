package scrip.persistence.purchase;

import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.purchase.Discrepancies;
import scrip.application.purchase.DiscrepanciesContract;

import scrip.persistence.JdbcStores;
import scrip.persistence.sql.Sql;

class JdbcDiscrepanciesIT extends DiscrepanciesContract {

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    @Override
    protected Discrepancies noDiscrepancies() {
        STORES.database().write(Sql.of("DELETE FROM discrepancy"));
        return new JdbcDiscrepancies(STORES.database());
    }
}
