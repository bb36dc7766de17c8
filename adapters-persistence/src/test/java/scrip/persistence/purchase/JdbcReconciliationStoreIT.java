package scrip.persistence.purchase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import scrip.application.purchase.ReconciliationStore;
import scrip.application.purchase.ReconciliationStoreContract;

import scrip.persistence.JdbcStores;
import scrip.persistence.sql.Sql;

class JdbcReconciliationStoreIT extends ReconciliationStoreContract {

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
    protected ReconciliationStore freshStore() {
        stores.database().write(Sql.of("""
                UPDATE reconciliation SET begun_at = 0, events_since = NULL, events_cursor = NULL, open_at = NULL,
                    paid_at = NULL, reported_at = NULL"""));
        return new JdbcReconciliationStore(stores.database());
    }
}
