package scrip.persistence;

import javax.sql.DataSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import scrip.application.audit.Archive;
import scrip.application.audit.VerificationLog;
import scrip.application.clock.ClockStore;
import scrip.application.explain.Statements;
import scrip.application.license.InstanceStore;
import scrip.application.live.PoolMarks;
import scrip.application.notice.Notices;
import scrip.application.notice.Outbox;
import scrip.application.pool.PoolStore;
import scrip.application.promo.PromoStore;
import scrip.application.purchase.CustomerStore;
import scrip.application.purchase.Discrepancies;
import scrip.application.purchase.Inbox;
import scrip.application.purchase.PurchaseStore;
import scrip.application.purchase.ReconciliationStore;
import scrip.application.reading.LedgerReader;
import scrip.application.reading.PastPools;
import scrip.application.topup.AutoTopUpStore;
import scrip.application.upkeep.UpkeepStore;
import scrip.application.workspace.WorkspaceStore;
import scrip.persistence.audit.JdbcArchive;
import scrip.persistence.audit.JdbcVerificationLog;
import scrip.persistence.clock.JdbcClockStore;
import scrip.persistence.license.JdbcInstanceStore;
import scrip.persistence.live.JdbcPoolMarks;
import scrip.persistence.notice.JdbcNotices;
import scrip.persistence.notice.JdbcOutbox;
import scrip.persistence.pool.JdbcPoolStore;
import scrip.persistence.promo.JdbcPromoStore;
import scrip.persistence.purchase.JdbcCustomerStore;
import scrip.persistence.purchase.JdbcDiscrepancies;
import scrip.persistence.purchase.JdbcInbox;
import scrip.persistence.purchase.JdbcPurchaseStore;
import scrip.persistence.purchase.JdbcReconciliationStore;
import scrip.persistence.reading.JdbcLedgerReader;
import scrip.persistence.reading.JdbcPastPools;
import scrip.persistence.reading.JdbcStatements;
import scrip.persistence.sql.Database;
import scrip.persistence.topup.JdbcAutoTopUpStore;
import scrip.persistence.upkeep.JdbcUpkeepStore;
import scrip.persistence.workspace.JdbcWorkspaceStore;

/** Plugs the ports out into the application: every bean of this adapter is built here, in sight. */
@AutoConfiguration(after = DatabaseAutoConfiguration.class)
public class PersistenceAutoConfiguration {

    /** Whoever asks the database at the start finds its tables there. */
    @Bean
    @DependsOnDatabaseInitialization
    Database database(DataSource connections, @Qualifier("readDataSource") DataSource reads,
            @Qualifier("statementDataSource") DataSource statements) {
        return new Database(connections, reads, statements);
    }

    @Bean
    PoolStore poolStore(Database database) {
        return new JdbcPoolStore(database);
    }

    @Bean
    WorkspaceStore workspaceStore(Database database) {
        return new JdbcWorkspaceStore(database);
    }

    @Bean
    LedgerReader ledgerReader(Database database) {
        return new JdbcLedgerReader(database);
    }

    @Bean
    PastPools pastPools(Database database) {
        return new JdbcPastPools(database);
    }

    @Bean
    Statements statements(Database database) {
        return new JdbcStatements(database);
    }

    @Bean
    PoolMarks poolMarks(Database database) {
        return new JdbcPoolMarks(database);
    }

    @Bean
    PurchaseStore purchaseStore(Database database) {
        return new JdbcPurchaseStore(database);
    }

    @Bean
    PromoStore promoStore(Database database) {
        return new JdbcPromoStore(database);
    }

    @Bean
    Inbox inbox(Database database) {
        return new JdbcInbox(database);
    }

    @Bean
    Notices notices(Database database) {
        return new JdbcNotices(database);
    }

    @Bean
    Outbox outbox(Database database) {
        return new JdbcOutbox(database);
    }

    @Bean
    AutoTopUpStore autoTopUpStore(Database database) {
        return new JdbcAutoTopUpStore(database);
    }

    @Bean
    CustomerStore customerStore(Database database) {
        return new JdbcCustomerStore(database);
    }

    @Bean
    Discrepancies discrepancies(Database database) {
        return new JdbcDiscrepancies(database);
    }

    @Bean
    ReconciliationStore reconciliationStore(Database database) {
        return new JdbcReconciliationStore(database);
    }

    @Bean
    Archive archive(Database database) {
        return new JdbcArchive(database);
    }

    @Bean
    VerificationLog verificationLog(Database database) {
        return new JdbcVerificationLog(database);
    }

    @Bean
    InstanceStore instanceStore(Database database) {
        return new JdbcInstanceStore(database);
    }

    @Bean
    UpkeepStore upkeepStore(Database database) {
        return new JdbcUpkeepStore(database);
    }

    @Bean
    ClockStore clockStore(Database database) {
        return new JdbcClockStore(database);
    }
}
