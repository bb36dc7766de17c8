package scrip.persistence.purchase;

import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.purchase.DeliveriesContract;
import scrip.application.purchase.Inbox;
import scrip.application.purchase.Shopping;
import scrip.persistence.JdbcStores;
import scrip.persistence.promo.JdbcPromoStore;
import scrip.persistence.reading.JdbcLedgerReader;
import scrip.persistence.sql.Sql;

class DeliveriesIT extends DeliveriesContract {

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    @Override
    protected Shopping.Kept kept() {
        return new Shopping.Kept(STORES, STORES.pools(), new JdbcPurchaseStore(STORES.database()),
                new JdbcLedgerReader(STORES.database()), new JdbcPromoStore(STORES.database()));
    }

    @Override
    protected Inbox inbox() {
        STORES.database().write(Sql.of("DELETE FROM webhook_event"));
        return new JdbcInbox(STORES.database());
    }
}
