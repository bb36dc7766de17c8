package scrip.web.settings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scrip.application.license.LicenseKeys;
import scrip.application.limit.BuilderLimits;
import scrip.application.purchase.PurchaseStore;
import scrip.application.reading.Balances;
import scrip.application.reading.LedgerReader;
import scrip.application.workspace.Workspaces;
import scrip.web.buy.PaymentReturns;
import scrip.web.notice.NoticeBoard;
import scrip.web.place.Frames;
import scrip.web.topup.TopUpCards;

/** Builds the settings page. */
@Configuration(proxyBeanMethods = false)
public class SettingsConfiguration {

    @Bean
    LimitsCards limitsCards(BuilderLimits limits) {
        return new LimitsCards(limits);
    }

    @Bean
    SettingsController settingsController(Frames frames, Balances balances, LedgerReader ledger,
            PurchaseStore purchases, Workspaces workspaces, LimitsCards limits, LicenseKeys licenses,
            NoticeBoard notices, TopUpCards topUps, PaymentReturns returns) {
        return new SettingsController(frames, balances, new Usages(ledger),
                new SettingsController.Records(purchases, workspaces, limits, licenses, notices, topUps),
                returns);
    }
}
