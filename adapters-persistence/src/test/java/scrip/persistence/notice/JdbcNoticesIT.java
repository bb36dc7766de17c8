package scrip.persistence.notice;

import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.notice.Notices;
import scrip.application.notice.NoticesContract;
import scrip.application.pool.Stores;
import scrip.persistence.JdbcStores;

class JdbcNoticesIT extends NoticesContract {

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    @Override
    protected Stores stores() {
        return STORES;
    }

    @Override
    protected Notices newNotices() {
        return new JdbcNotices(STORES.database());
    }
}
