package scrip.persistence.promo;

import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.pool.Stores;
import scrip.application.promo.PromoStore;
import scrip.application.promo.PromoStoreContract;
import scrip.persistence.JdbcStores;

class JdbcPromoStoreIT extends PromoStoreContract {

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    @Override
    protected Stores stores() {
        return STORES;
    }

    @Override
    protected PromoStore promos() {
        return new JdbcPromoStore(STORES.database());
    }
}
