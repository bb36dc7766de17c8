package scrip.persistence.notice;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import scrip.application.notice.Notices;
import scrip.application.notice.NoticesContract;
import scrip.application.pool.Stores;
import scrip.persistence.JdbcStores;

class JdbcNoticesIT extends NoticesContract {

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
    protected Notices newNotices() {
        return new JdbcNotices(stores.database());
    }
}
