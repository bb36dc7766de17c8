package scrip.web.api;

import java.time.InstantSource;
import java.util.List;

import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.accept.ContentNegotiationManager;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import scrip.application.metering.MeterOperations;
import scrip.application.metering.Metering;
import scrip.application.pool.PoolStore;
import scrip.application.purchase.Orders;
import scrip.application.purchase.PurchaseStore;
import scrip.application.purchase.Quotes;
import scrip.application.purchase.Webhooks;
import scrip.application.reading.Balances;
import scrip.application.reading.LedgerReader;
import scrip.application.reading.PastBalances;
import scrip.application.reading.PastPools;
import scrip.application.workspace.Workspaces;
import scrip.domain.pool.Terms;
import scrip.web.api.buying.BuyPage;
import scrip.web.api.buying.PurchasesController;
import scrip.web.api.buying.WebhookController;
import scrip.web.api.docs.DocsController;
import scrip.web.api.embed.EmbedConfiguration;
import scrip.web.api.metering.BatchCommands;
import scrip.web.api.metering.BatchController;
import scrip.web.api.metering.ChargesController;
import scrip.web.api.metering.HoldsController;
import scrip.web.api.metering.MeteringWriters;
import scrip.web.api.problem.ContainerRefusals;
import scrip.web.api.problem.ProblemFilter;
import scrip.web.api.problem.ProblemResolver;
import scrip.web.api.reading.BalanceAnswers;
import scrip.web.api.reading.BalanceController;
import scrip.web.api.reading.BalanceStreamController;
import scrip.web.api.reading.CatalogueController;
import scrip.web.api.reading.LedgerController;
import scrip.web.api.reading.Paces;
import scrip.web.api.reading.PastAnswers;
import scrip.web.api.reading.UsageController;
import scrip.web.api.request.ApiMapping;
import scrip.web.api.request.ApiRequestResolver;
import scrip.web.api.security.ApiSecurity;
import scrip.web.api.security.FailedAttempts;
import scrip.web.live.BalanceStreams;
import scrip.web.live.LiveConfiguration;
import scrip.web.place.PublicAddress;
import scrip.web.wiring.Deployment;
import scrip.web.wiring.Jobs;
import scrip.web.wiring.ScripProperties;

/** Builds the HTTP API on the use cases. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiSettings.class)
@Import({LiveConfiguration.class, EmbedConfiguration.class})
public class ApiConfiguration {

    @Bean
    FailedAttempts failedAttempts(ApiSettings settings) {
        return new FailedAttempts(settings.failedAttempts(), System::nanoTime);
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiSecurity(HttpSecurity http, Workspaces workspaces, ScripProperties properties,
            FailedAttempts attempts) {
        return ApiSecurity.chain(http, workspaces, properties.operatorKey(), attempts);
    }

    @Bean
    @Order(2)
    SecurityFilterChain docsSecurity(HttpSecurity http) {
        return DocsController.security(http);
    }

    @Bean
    DocsController docsController() {
        return new DocsController();
    }

    @Bean
    FilterRegistrationBean<ProblemFilter> problemFilter() {
        FilterRegistrationBean<ProblemFilter> filter = new FilterRegistrationBean<>(new ProblemFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerRefusals() {
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ContainerRefusals.class.getName());
            }
        });
    }

    @Bean
    ProblemResolver problemResolver() {
        return new ProblemResolver();
    }

    @Bean
    ApiMapping apiMapping(@Qualifier("mvcContentNegotiationManager") ContentNegotiationManager types) {
        return new ApiMapping(types);
    }

    @Bean
    WebMvcConfigurer apiRequests() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ApiRequestResolver());
            }
        };
    }

    @Bean
    BuyPage buyPage(Environment environment, ScripProperties properties, Workspaces workspaces) {
        return new BuyPage(new PublicAddress(environment), properties.deployment() == Deployment.SELF_HOSTED,
                workspaces);
    }

    @Bean
    Paces paces(Balances balances) {
        return new Paces(balances, System::nanoTime);
    }

    @Bean
    MeteringWriters meteringWriters(BuyPage buyPage, Paces paces) {
        return new MeteringWriters(buyPage, paces);
    }

    @Bean
    BalanceAnswers balanceAnswers(Balances balances, Paces paces) {
        return new BalanceAnswers(balances, paces);
    }

    @Bean
    HoldsController holdsController(Metering metering, MeteringWriters writers, Balances balances,
            BalanceAnswers balanceAnswers) {
        return new HoldsController(metering, writers, balances, balanceAnswers);
    }

    @Bean
    ChargesController chargesController(Metering metering, MeteringWriters writers) {
        return new ChargesController(metering, writers);
    }

    @Bean
    BatchController batchController(Metering metering, MeteringWriters writers) {
        return new BatchController(new BatchCommands(metering, writers));
    }

    @Bean
    BalanceController balanceController(BalanceAnswers balances, PastAnswers past, InstantSource clock) {
        return new BalanceController(balances, past, clock);
    }

    @Bean
    PastAnswers pastAnswers(PoolStore pools, PastPools past, LedgerReader ledger, Terms terms) {
        return new PastAnswers(new PastBalances(pools, past, ledger, terms));
    }

    @Bean
    BalanceStreamController balanceStreamController(BalanceAnswers balances, BalanceStreams streams,
            Workspaces workspaces) {
        return new BalanceStreamController(balances, streams, workspaces);
    }

    @Bean
    LedgerController ledgerController(LedgerReader ledger) {
        return new LedgerController(ledger);
    }

    @Bean
    UsageController usageController(LedgerReader ledger, InstantSource clock) {
        return new UsageController(ledger, clock);
    }

    @Bean
    CatalogueController catalogueController(MeterOperations.Tariff tariff, Balances balances, InstantSource clock) {
        return new CatalogueController(tariff, balances, clock);
    }

    @Bean
    PurchasesController purchasesController(Orders orders, Quotes quotes, PurchaseStore purchases, BuyPage buyPage) {
        return new PurchasesController(orders, quotes, purchases, buyPage);
    }

    @Bean
    WebhookController webhookController(Webhooks webhooks, Jobs jobs) {
        return new WebhookController(webhooks, jobs::wake);
    }
}
