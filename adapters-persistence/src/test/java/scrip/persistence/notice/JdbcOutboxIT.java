package scrip.persistence.notice;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import scrip.application.notice.Outbox;
import scrip.application.notice.OutboxContract;
import scrip.application.pool.Stores;
import scrip.persistence.JdbcStores;
import scrip.persistence.sql.Sql;

class JdbcOutboxIT extends OutboxContract {

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
    protected Outbox emptyOutbox() {
        stores.database().write(Sql.of("DELETE FROM notice_delivery"));
        stores.database().write(Sql.of("DELETE FROM notice"));
        return new JdbcOutbox(stores.database());
    }
}
