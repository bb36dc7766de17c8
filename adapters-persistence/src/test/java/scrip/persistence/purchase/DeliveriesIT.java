package scrip.persistence.purchase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import scrip.application.purchase.DeliveriesContract;
import scrip.application.purchase.Inbox;
import scrip.application.purchase.Shopping;
import scrip.persistence.JdbcStores;
import scrip.persistence.promo.JdbcPromoStore;
import scrip.persistence.reading.JdbcLedgerReader;
import scrip.persistence.sql.Sql;

class DeliveriesIT extends DeliveriesContract {

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
    protected Shopping.Kept kept() {
        return new Shopping.Kept(stores, stores.pools(), new JdbcPurchaseStore(stores.database()),
                new JdbcLedgerReader(stores.database()), new JdbcPromoStore(stores.database()));
    }

    @Override
    protected Inbox inbox() {
        stores.database().write(Sql.of("DELETE FROM webhook_event"));
        return new JdbcInbox(stores.database());
    }
}
