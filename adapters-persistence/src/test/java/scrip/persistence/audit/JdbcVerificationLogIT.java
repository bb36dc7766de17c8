package scrip.persistence.audit;

import org.junit.jupiter.api.extension.RegisterExtension;
import scrip.application.audit.VerificationLog;
import scrip.application.audit.VerificationLogContract;
import scrip.persistence.JdbcStores;
import scrip.persistence.sql.Sql;

class JdbcVerificationLogIT extends VerificationLogContract {

    @RegisterExtension
    static final JdbcStores STORES = new JdbcStores();

    @Override
    protected VerificationLog emptyLog() {
        STORES.database().write(Sql.of("UPDATE verification SET begun_at = NULL, ended_at = 0, findings = '[]'"));
        return new JdbcVerificationLog(STORES.database());
    }
}
