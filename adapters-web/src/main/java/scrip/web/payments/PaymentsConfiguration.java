package scrip.web.payments;

import java.time.Duration;
import java.time.InstantSource;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import scrip.application.payment.PaymentGateway;
import scrip.application.pool.Desk;
import scrip.application.purchase.Discrepancies;
import scrip.application.purchase.Fulfilment;
import scrip.application.purchase.Inbox;
import scrip.application.purchase.Payers;
import scrip.application.purchase.PurchaseStore;
import scrip.application.purchase.Quotes;
import scrip.application.purchase.Reconciliation;
import scrip.application.purchase.ReconciliationStore;
import scrip.application.purchase.Webhooks;
import scrip.application.reading.Balances;
import scrip.application.topup.AutoTopUpStore;
import scrip.application.topup.AutoTopUps;
import scrip.application.topup.SavedCards;
import scrip.web.wiring.Job;
import scrip.web.wiring.Jobs;

/** Builds reconciliation and the operator's API to it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReconciliationProperties.class)
public class PaymentsConfiguration {

    private static final Duration TOP_UPS_EVERY = Duration.ofSeconds(5);

    @Bean
    Reconciliation.Records reconciliationRecords(PurchaseStore purchases, Inbox inbox, Discrepancies discrepancies,
            ReconciliationStore progress) {
        return new Reconciliation.Records(purchases, inbox, discrepancies, progress);
    }

    @Bean
    Reconciliation reconciliation(PaymentGateway gateway, Fulfilment fulfilment, Webhooks webhooks,
            Reconciliation.Records records, InstantSource clock) {
        return new Reconciliation(gateway, fulfilment, webhooks, records, clock);
    }

    @Bean
    SavedCards savedCards(PaymentGateway gateway, Payers payers, AutoTopUpStore store) {
        return new SavedCards(gateway, payers, store);
    }

    /** Who takes the gateway's news. */
    @Bean
    Webhooks.Takers newsTakers(Fulfilment fulfilment, SavedCards cards) {
        return new Webhooks.Takers(fulfilment, cards);
    }

    /** Taxes are added on payment pages only, so with Stripe Tax nothing is bought without one. */
    @Bean
    AutoTopUps.Selling topUpSelling(Balances balances, Quotes quotes, PurchaseStore purchases,
            Fulfilment fulfilment, Environment settings) {
        return new AutoTopUps.Selling(balances, quotes, purchases, fulfilment,
                !settings.getProperty("scrip.stripe.tax", Boolean.class, false));
    }

    @Bean
    AutoTopUps autoTopUps(Desk desk, AutoTopUps.Selling selling, PaymentGateway gateway, AutoTopUpStore store,
            InstantSource clock) {
        return new AutoTopUps(desk, selling, gateway, store, clock);
    }

    @Bean
    PaymentWarnings paymentWarnings(PaymentGateway gateway, Environment settings) {
        return new PaymentWarnings(gateway.mode(), settings);
    }

    @Bean
    Job topUpJob(AutoTopUps topUps) {
        return new Job("top-ups", TOP_UPS_EVERY, topUps::work);
    }

    /** What waits for the operator: zero is well. */
    @Bean
    MeterBinder paymentMeters(Inbox inbox, Discrepancies discrepancies) {
        return registry -> {
            Gauge.builder("scrip.inbox.dead", inbox, Inbox::dead)
                    .description("Events of the gateway that could not be applied").register(registry);
            Gauge.builder("scrip.discrepancies", discrepancies, Discrepancies::count)
                    .description("In what the gateway and we do not agree").register(registry);
        };
    }

    @Bean
    ReconcileController reconcileController(Reconciliation reconciliation, Discrepancies discrepancies, Inbox inbox) {
        return new ReconcileController(reconciliation, discrepancies, inbox);
    }

    @Bean
    EventsController eventsController(Inbox inbox, Webhooks webhooks, Jobs jobs) {
        return new EventsController(inbox, webhooks, jobs::wake);
    }
}
