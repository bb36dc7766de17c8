package scrip.web.usage;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scrip.application.explain.Explanations;
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
    ExplanationCards explanationCards(Explanations explanations) {
        return new ExplanationCards(explanations);
    }

    @Bean
    UsagePageController usagePageController(Frames frames, UsagePages pages, ExplanationCards explanations) {
        return new UsagePageController(frames, pages, explanations);
    }
}
