package scrip.web.usage;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scrip.application.reading.Balances;
import scrip.application.reading.LedgerReader;
import scrip.application.workspace.Workspaces;
import scrip.domain.pricing.RateCards;
import scrip.web.place.Frames;

/** Builds the page Usage and history. */
@Configuration(proxyBeanMethods = false)
public class UsageConfiguration {

    @Bean
    UsagePages usagePages(Balances balances, LedgerReader ledger, Workspaces workspaces, RateCards rateCards) {
        return new UsagePages(balances, new Charges(ledger), workspaces, rateCards);
    }

    @Bean
    UsagePageController usagePageController(Frames frames, UsagePages pages) {
        return new UsagePageController(frames, pages);
    }
}
