package scrip.web.demo;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.crypto.password.PasswordEncoder;
import scrip.application.metering.MeterOperations;
import scrip.application.payment.PastPayments;
import scrip.application.pool.PoolStore;
import scrip.application.promo.PromoStore;
import scrip.application.purchase.Discrepancies;
import scrip.application.purchase.PurchaseStore;
import scrip.application.purchase.Shop;
import scrip.application.workspace.WorkspaceStore;
import scrip.domain.pool.Terms;
import scrip.web.api.embed.EmbedTokens;
import scrip.web.place.PublicAddress;
import scrip.web.signin.DemoAccounts;
import scrip.web.signin.SignInPage;
import scrip.web.wiring.ScripProperties;

/** Builds the demo where it is asked for, and nothing of it elsewhere. */
@Configuration(proxyBeanMethods = false)
public class DemoConfiguration {

    private static final String RANDOM_PORT = "0";

    @Bean
    DemoAccounts demoAccounts(ScripProperties properties) {
        if (!properties.demo()) {
            return new DemoAccounts(List.of());
        }
        List<SignInPage.DemoAccount> accounts = new ArrayList<>();
        Cast.of(properties.deployment()).forEach(company -> company.people()
                .forEach(actor -> accounts.add(new SignInPage.DemoAccount(actor.email(), Cast.PASSWORD,
                        actor.role().key(), company.name()))));
        if (DemoSettings.OPERATOR_PASSWORD.equals(properties.operatorPassword())) {
            accounts.add(new SignInPage.DemoAccount("operator", DemoSettings.OPERATOR_PASSWORD, "operator", ""));
        }
        return new DemoAccounts(accounts);
    }

    /** Demo data and its banner. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("scrip.demo")
    static class Data {

        @Bean
        Stores demoStores(PoolStore pools, WorkspaceStore workspaces, Stores.Selling selling, Terms terms, Shop shop,
                MeterOperations.Tariff tariff) {
            return new Stores(pools, workspaces, selling, terms, shop, tariff);
        }

        @Bean
        Stores.Selling demoSelling(PurchaseStore purchases, PromoStore promos, Discrepancies discrepancies,
                ObjectProvider<PastPayments> payments) {
            return new Stores.Selling(purchases, promos, discrepancies, payments.getIfAvailable());
        }

        @Bean
        Demo demo(ScripProperties properties, Stores stores, InstantSource clock, PasswordEncoder passwords) {
            return new Demo(Cast.of(properties.deployment()), stores, clock, passwords, new SecureRandom());
        }

        /** Before anybody is let in, if it is known then where the server will listen. */
        @Bean
        SmartInitializingSingleton demoBeforeTheServer(Demo demo, Environment settings) {
            return () -> {
                if (!RANDOM_PORT.equals(settings.getProperty("server.port"))) {
                    demo.make();
                }
            };
        }

        @Bean
        ApplicationListener<WebServerInitializedEvent> demoOnceItListens(Demo demo) {
            return listening -> demo.make();
        }

        @Bean
        DemoHostController demoHostController(ScripProperties properties, EmbedTokens tokens, PublicAddress address) {
            return new DemoHostController(tokens, address, Cast.of(properties.deployment()).getFirst());
        }

        @Bean
        DemoBanner demoBanner(ScripProperties properties) {
            return new DemoBanner(Cast.of(properties.deployment()), properties.deployment(), System.out);
        }
    }
}
