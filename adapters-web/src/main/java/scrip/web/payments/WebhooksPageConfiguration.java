package scrip.web.payments;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scrip.application.purchase.Discrepancies;
import scrip.application.purchase.Reconciliation;
import scrip.application.purchase.Webhooks;
import scrip.web.notice.DeliveryRows;
import scrip.web.place.Frames;
import scrip.web.wiring.Jobs;

/** Builds the operator's page Webhooks. */
@Configuration(proxyBeanMethods = false)
public class WebhooksPageConfiguration {

    @Bean
    WebhooksPageController webhooksPageController(Frames frames, Reconciliation.Records records, Webhooks webhooks,
            Reconciliation reconciliation, Discrepancies discrepancies, DeliveryRows deliveries, Jobs jobs) {
        return new WebhooksPageController(frames, new WebhooksPages(records, deliveries),
                new WebhooksPageController.Actions(webhooks, reconciliation, discrepancies, deliveries, jobs::wake));
    }
}
