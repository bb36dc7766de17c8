package scrip.persistence.purchase;

import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.purchase.ReconciliationStore;
import scrip.application.purchase.ReconciliationStoreContract;

import scrip.persistence.JdbcStores;
import scrip.persistence.sql.Sql;

class JdbcReconciliationStoreIT extends ReconciliationStoreContract {

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    @Override
    protected ReconciliationStore freshStore() {
        STORES.database().write(Sql.of("""
                UPDATE reconciliation SET begun_at = 0, events_since = NULL, events_cursor = NULL, open_at = NULL,
                    paid_at = NULL, reported_at = NULL"""));
        return new JdbcReconciliationStore(STORES.database());
    }
}
