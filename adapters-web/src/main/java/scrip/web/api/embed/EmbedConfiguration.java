package scrip.web.api.embed;

import java.time.InstantSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import scrip.application.limit.BuilderLimits;
import scrip.application.live.LiveBalances;
import scrip.application.workspace.Workspaces;
import scrip.web.api.buying.BuyPage;
import scrip.web.api.reading.BalanceAnswers;
import scrip.web.api.security.FailedAttempts;
import scrip.web.live.BalanceStreams;

/** Builds what pages of others show of credits. */
@Configuration(proxyBeanMethods = false)
public class EmbedConfiguration {

    @Bean
    EmbedTokens embedTokens(Workspaces workspaces, InstantSource clock) {
        return new EmbedTokens(workspaces, clock);
    }

    /** Before the API's own chain, whose paths these lie under. */
    @Bean
    @Order(0)
    SecurityFilterChain embedApiSecurity(HttpSecurity http, EmbedTokens tokens, FailedAttempts attempts) {
        return EmbedSecurity.api(http, tokens, attempts);
    }

    @Bean
    @Order(3)
    SecurityFilterChain embedFilesSecurity(HttpSecurity http) {
        return EmbedSecurity.files(http);
    }

    @Bean
    EmbedTokensController embedTokensController(EmbedTokens tokens) {
        return new EmbedTokensController(tokens);
    }

    @Bean
    EmbedCreditsController.Sights embedSights(BalanceAnswers balances, BuilderLimits limits, Workspaces workspaces,
            BuyPage buyPage) {
        return new EmbedCreditsController.Sights(balances, limits, workspaces, buyPage);
    }

    @Bean
    EmbedCreditsController embedCreditsController(EmbedTokens tokens, LiveBalances live, BalanceStreams streams,
            EmbedCreditsController.Sights sights) {
        return new EmbedCreditsController(tokens, live, streams, sights);
    }
}
