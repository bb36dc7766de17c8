package scrip.web.wiring;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import scrip.application.clock.AdjustableClock;
import scrip.application.clock.ClockStore;
import scrip.application.metering.MeterOperations;
import scrip.application.metering.Metering;
import scrip.application.payment.PaymentGateway;
import scrip.application.pool.Desk;
import scrip.application.pool.PoolStore;
import scrip.application.promo.PromoStore;
import scrip.application.promo.Promos;
import scrip.application.purchase.Checkouts;
import scrip.application.purchase.CustomerStore;
import scrip.application.purchase.Discrepancies;
import scrip.application.purchase.Fulfilment;
import scrip.application.purchase.Inbox;
import scrip.application.purchase.Orders;
import scrip.application.purchase.Payers;
import scrip.application.purchase.PurchaseStore;
import scrip.application.purchase.Quotes;
import scrip.application.purchase.Reconciliation;
import scrip.application.purchase.Shop;
import scrip.application.purchase.Webhooks;
import scrip.application.reading.Balances;
import scrip.application.reading.LedgerReader;
import scrip.application.reading.TypicalCosts;
import scrip.application.workspace.WorkspaceStore;
import scrip.application.workspace.Workspaces;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Terms;
import scrip.domain.pricing.RateCards;
import scrip.web.notice.NoticeSettings;
import scrip.web.payments.ReconciliationProperties;
import scrip.web.pricing.RateCardFiles;
import scrip.web.start.Settings;

/** Builds the use cases on the ports that the other adapters plug in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ScripProperties.class, NoticeSettings.class})
public class ScripWiring {

    private static final Duration MAKE_GOOD_LIFE = Duration.ofDays(30);

    /** The clock of every rule; it ticks in microseconds, as finely as instants are stored. */
    @Bean
    InstantSource clock(ScripProperties properties, ClockStore store) {
        InstantSource system = () -> Instant.now().truncatedTo(ChronoUnit.MICROS);
        return properties.clock() == ClockKind.ADJUSTABLE ? new AdjustableClock(system, store) : system;
    }

    @Bean
    Terms terms(ScripProperties properties, NoticeSettings notices) {
        Credits free = Settings.read("scrip.free-plan.credits", () -> Credits.of(properties.freePlan().credits()));
        return new Terms(free, MAKE_GOOD_LIFE,
                Settings.read("scrip.notices.percent-left or .days-before", notices::terms));
    }

    @Bean
    RateCards rateCards(ScripProperties properties) {
        return Settings.read("scrip.rate-cards", () -> RateCardFiles.read(properties.rateCards()));
    }

    @Bean
    Shop shop(ScripProperties properties) {
        ScripProperties.Pricing pricing = properties.pricing();
        return Settings.read("scrip.pricing", () -> new Shop(pricing.priceList(),
                pricing.money(pricing.minimumCharge()), properties.freePlan().canBuy()));
    }

    @Bean
    Desk desk(PoolStore store, InstantSource clock, Terms terms, ScripProperties properties) {
        ScripProperties.Desk most = properties.desk();
        return new Desk(store, clock, terms, Settings.read("scrip.desk", () -> new Desk.Limits(most.writers(),
                most.backlog(), most.batch(), most.pools(), Desk.Limits.DEFAULT.attempts())));
    }

    @Bean
    TypicalCosts typicalCosts(LedgerReader ledger, InstantSource clock) {
        return new TypicalCosts(ledger, clock);
    }

    @Bean
    Metering metering(Desk desk, WorkspaceStore workspaces, MeterOperations.Tariff tariff, InstantSource clock) {
        return new MeterOperations(desk, workspaces, tariff, clock);
    }

    @Bean
    MeterOperations.Tariff tariff(RateCards rateCards, TypicalCosts typical) {
        return new MeterOperations.Tariff(rateCards, typical);
    }

    @Bean
    Workspaces workspaces(WorkspaceStore store, Desk desk, InstantSource clock) {
        return new Workspaces(store, desk, clock, new SecureRandom());
    }

    /** Passwords are kept as BCrypt hashes, each named as such so that a better hash can follow. */
    @Bean
    PasswordEncoder passwords() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    Balances balances(PoolStore pools, LedgerReader ledger, InstantSource clock, Terms terms) {
        return new Balances(pools, ledger, clock, terms);
    }

    @Bean
    Promos promos(PromoStore store, PurchaseStore purchases, InstantSource clock) {
        return new Promos(store, purchases, clock);
    }

    @Bean
    Quotes quotes(Balances balances, Shop shop, Promos promos) {
        return new Quotes(balances, shop, promos);
    }

    @Bean
    Payers payers(PaymentGateway gateway, CustomerStore customers) {
        return new Payers(gateway, customers);
    }

    @Bean
    Orders orders(Desk desk, Quotes quotes, PurchaseStore purchases, Payers payers, Promos promos) {
        return new Orders(desk, quotes, purchases, payers, promos);
    }

    @Bean
    Fulfilment fulfilment(Desk desk, PurchaseStore purchases, Promos promos, Discrepancies discrepancies,
            InstantSource clock) {
        return new Fulfilment(desk, new Fulfilment.Records(purchases, promos, discrepancies), clock);
    }

    @Bean
    Webhooks webhooks(PaymentGateway gateway, Inbox inbox, Webhooks.Takers takers, InstantSource clock) {
        return new Webhooks(gateway, inbox, takers, clock);
    }

    @Bean
    Checkouts checkouts(PaymentGateway gateway, Fulfilment fulfilment, PurchaseStore purchases, InstantSource clock) {
        return new Checkouts(gateway, fulfilment, purchases, clock);
    }

    @Bean
    Jobs jobs(Webhooks webhooks, Reconciliation reconciliation, ReconciliationProperties often,
            ObjectProvider<Job> others) {
        return new Jobs(webhooks::work, () -> reconciliation.runIfDue(often.every()), others.orderedStream().toList());
    }
}
