package scrip.persistence.purchase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import scrip.application.purchase.Inbox;
import scrip.application.purchase.InboxContract;

import scrip.persistence.JdbcStores;
import scrip.persistence.sql.Sql;

class JdbcInboxIT extends InboxContract {

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
    protected Inbox emptyInbox() {
        stores.database().write(Sql.of("DELETE FROM webhook_event"));
        return new JdbcInbox(stores.database());
    }
}
