package scrip.persistence.promo;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import scrip.application.purchase.PromoOrdersContract;
import scrip.application.purchase.Shopping;
import scrip.persistence.JdbcStores;
import scrip.persistence.purchase.JdbcPurchaseStore;
import scrip.persistence.reading.JdbcLedgerReader;

class PromoOrdersIT extends PromoOrdersContract {

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
}
