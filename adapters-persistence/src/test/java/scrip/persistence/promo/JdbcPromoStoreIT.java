package scrip.persistence.promo;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import scrip.application.pool.Stores;
import scrip.application.promo.PromoStore;
import scrip.application.promo.PromoStoreContract;
import scrip.persistence.JdbcStores;

class JdbcPromoStoreIT extends PromoStoreContract {

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
    protected PromoStore promos() {
        return new JdbcPromoStore(stores.database());
    }
}
