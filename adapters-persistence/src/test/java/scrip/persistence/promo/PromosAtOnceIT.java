package scrip.persistence.promo;

import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.purchase.PromosAtOnceContract;
import scrip.application.purchase.Shopping;
import scrip.persistence.JdbcStores;
import scrip.persistence.purchase.JdbcPurchaseStore;
import scrip.persistence.reading.JdbcLedgerReader;

class PromosAtOnceIT extends PromosAtOnceContract {

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    @Override
    protected Shopping.Kept kept() {
        return new Shopping.Kept(STORES, STORES.pools(), new JdbcPurchaseStore(STORES.database()),
                new JdbcLedgerReader(STORES.database()), new JdbcPromoStore(STORES.database()));
    }
}
