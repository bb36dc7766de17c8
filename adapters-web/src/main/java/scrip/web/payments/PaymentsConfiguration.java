package scrip.web.payments;

import java.time.InstantSource;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scrip.application.payment.PaymentGateway;
import scrip.application.purchase.Discrepancies;
import scrip.application.purchase.Fulfilment;
import scrip.application.purchase.Inbox;
import scrip.application.purchase.PurchaseStore;
import scrip.application.purchase.Reconciliation;
import scrip.application.purchase.ReconciliationStore;
import scrip.application.purchase.Webhooks;

/** Builds reconciliation and the operator's API to it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReconciliationProperties.class)
public class PaymentsConfiguration {

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
    ReconcileController reconcileController(Reconciliation reconciliation, Discrepancies discrepancies, Inbox inbox) {
        return new ReconcileController(reconciliation, discrepancies, inbox);
    }

    @Bean
    EventsController eventsController(Inbox inbox, Webhooks webhooks, scrip.web.wiring.Jobs jobs) {
        return new EventsController(inbox, webhooks, jobs::wake);
    }
}
