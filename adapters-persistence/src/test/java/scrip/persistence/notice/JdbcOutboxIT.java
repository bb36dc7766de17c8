package scrip.persistence.notice;

import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.notice.Outbox;
import scrip.application.notice.OutboxContract;
import scrip.application.pool.Stores;
import scrip.persistence.JdbcStores;
import scrip.persistence.sql.Sql;

class JdbcOutboxIT extends OutboxContract {

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    @Override
    protected Stores stores() {
        return STORES;
    }

    @Override
    protected Outbox emptyOutbox() {
        STORES.database().write(Sql.of("DELETE FROM notice_attempt"));
        STORES.database().write(Sql.of("DELETE FROM notice_delivery"));
        STORES.database().write(Sql.of("DELETE FROM notice"));
        return new JdbcOutbox(STORES.database());
    }
}
