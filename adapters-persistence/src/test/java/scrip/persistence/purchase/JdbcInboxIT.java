package scrip.persistence.purchase;

import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.purchase.Inbox;
import scrip.application.purchase.InboxContract;

import scrip.persistence.JdbcStores;
import scrip.persistence.sql.Sql;

class JdbcInboxIT extends InboxContract {

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    @Override
    protected Inbox emptyInbox() {
        STORES.database().write(Sql.of("DELETE FROM webhook_event"));
        return new JdbcInbox(STORES.database());
    }
}
