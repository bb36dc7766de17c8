package scrip.web.api.buying;

import java.time.Duration;
import java.time.InstantSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scrip.application.payment.PaymentGateway;
import scrip.application.pool.Desk;
import scrip.application.promo.PromoStore;
import scrip.application.promo.Promos;
import scrip.application.purchase.Discrepancies;
import scrip.application.purchase.PurchaseStore;
import scrip.application.purchase.Refunds;
import scrip.application.purchase.Shop;
import scrip.application.workspace.Workspaces;
import scrip.web.wiring.Job;

/** Builds what the operator does about selling. */
@Configuration(proxyBeanMethods = false)
public class SellingConfiguration {

    private static final Duration EVERY = Duration.ofMinutes(1);

    @Bean
    Refunds.Records refundRecords(PurchaseStore purchases, Discrepancies discrepancies) {
        return new Refunds.Records(purchases, discrepancies);
    }

    @Bean
    Refunds refunds(Desk desk, Refunds.Records records, PaymentGateway gateway, InstantSource clock) {
        return new Refunds(desk, records, gateway, clock);
    }

    @Bean
    Job refundsJob(Refunds refunds) {
        return new Job("refunds", EVERY, refunds::sweep);
    }

    @Bean
    RefundsController refundsController(Refunds refunds) {
        return new RefundsController(refunds);
    }

    @Bean
    Job promosJob(Promos promos) {
        return new Job("promo codes", EVERY, promos::sweep);
    }

    @Bean
    PromoCodesController promoCodesController(PromoStore promos, Workspaces workspaces, Shop shop,
            InstantSource clock) {
        return new PromoCodesController(promos, workspaces, shop, clock);
    }
}
