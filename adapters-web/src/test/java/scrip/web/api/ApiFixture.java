package scrip.web.api;

import java.time.Instant;
import java.time.InstantSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import scrip.application.audit.InMemoryArchive;
import scrip.application.clock.AdjustableClock;
import scrip.application.clock.ClockStore;
import scrip.application.clock.InMemoryClockStore;
import scrip.application.explain.InMemoryStatements;
import scrip.application.license.InMemoryInstanceStore;
import scrip.application.live.InMemoryPoolMarks;
import scrip.application.pool.InMemoryPoolStore;
import scrip.application.promo.InMemoryPromoStore;
import scrip.application.purchase.InMemoryCustomerStore;
import scrip.application.purchase.InMemoryDiscrepancies;
import scrip.application.purchase.InMemoryInbox;
import scrip.application.purchase.InMemoryPurchaseStore;
import scrip.application.purchase.InMemoryReconciliationStore;
import scrip.application.reading.InMemoryLedgerReader;
import scrip.application.reading.InMemoryPastPools;
import scrip.application.topup.InMemoryAutoTopUpStore;
import scrip.application.workspace.InMemoryWorkspaceStore;
import scrip.web.api.buying.SellingConfiguration;
import scrip.web.api.operator.LimitsConfiguration;
import scrip.web.api.operator.OperatorConfiguration;
import scrip.web.explain.ExplainConfiguration;
import scrip.web.license.LicenseConfiguration;
import scrip.web.payments.PaymentsConfiguration;
import scrip.web.verify.VerifyConfiguration;
import scrip.web.wiring.ScripWiring;

/** The API on a real server, on stores in memory and at a day of its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(excludeName = {"scrip.persistence.DatabaseAutoConfiguration",
    "scrip.persistence.PersistenceAutoConfiguration", "scrip.payment.PaymentAutoConfiguration",
    "scrip.payment.sandbox.SandboxAutoConfiguration",
    "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
    "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
    "org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration"})
@Import({ScripWiring.class, ApiConfiguration.class, OperatorConfiguration.class, LimitsConfiguration.class,
    LicenseConfiguration.class, SellingConfiguration.class, PaymentsConfiguration.class,
    VerifyConfiguration.class, ExplainConfiguration.class})
class ApiFixture {

    static final Instant TODAY = Instant.parse("2026-03-10T12:00:00Z");

    @Bean
    InMemoryClockStore clockStore() {
        return new InMemoryClockStore();
    }

    @Bean
    @Primary
    InstantSource testClock(ClockStore store) {
        return new AdjustableClock(() -> TODAY, store);
    }

    @Bean
    InMemoryPoolStore pools() {
        return new InMemoryPoolStore();
    }

    @Bean
    InMemoryWorkspaceStore workspaceStore(InMemoryPoolStore pools) {
        InMemoryWorkspaceStore workspaces = new InMemoryWorkspaceStore(pools::create);
        pools.memberIn(workspaces::members);
        return workspaces;
    }

    @Bean
    InMemoryLedgerReader ledgerReader(InMemoryPoolStore pools) {
        return new InMemoryLedgerReader(pools);
    }

    @Bean
    InMemoryPastPools pastPools(InMemoryPoolStore pools) {
        return new InMemoryPastPools(pools);
    }

    @Bean
    InMemoryPoolMarks poolMarks(InMemoryPoolStore pools) {
        return new InMemoryPoolMarks(pools);
    }

    @Bean
    InMemoryPurchaseStore purchaseStore(InMemoryPoolStore pools) {
        return new InMemoryPurchaseStore(pools);
    }

    @Bean
    InMemoryStatements statements(InMemoryPoolStore pools) {
        return new InMemoryStatements(pools);
    }

    @Bean
    InMemoryArchive archive(InMemoryPoolStore pools) {
        return new InMemoryArchive(pools);
    }

    @Bean
    InMemoryPromoStore promoStore(InMemoryPoolStore pools) {
        return new InMemoryPromoStore(pools);
    }

    @Bean
    InMemoryInstanceStore instanceStore() {
        return new InMemoryInstanceStore();
    }

    @Bean
    InMemoryInbox inbox() {
        return new InMemoryInbox();
    }

    @Bean
    InMemoryAutoTopUpStore autoTopUpStore(InMemoryPoolStore pools) {
        return new InMemoryAutoTopUpStore(pools);
    }

    @Bean
    InMemoryCustomerStore customerStore() {
        return new InMemoryCustomerStore();
    }

    @Bean
    InMemoryDiscrepancies discrepancies() {
        return new InMemoryDiscrepancies();
    }

    @Bean
    InMemoryReconciliationStore reconciliationStore() {
        return new InMemoryReconciliationStore();
    }

    @Bean
    FakeGateway gateway() {
        return new FakeGateway();
    }
}
