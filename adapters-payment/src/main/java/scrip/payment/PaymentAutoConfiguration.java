package scrip.payment;

import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

import com.stripe.Stripe;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import scrip.application.payment.PastPayments;
import scrip.application.payment.PaymentGateway;
import scrip.application.payment.PaymentMode;
import scrip.payment.sandbox.InMemorySandboxStore;
import scrip.payment.sandbox.JdbcSandboxStore;
import scrip.payment.sandbox.Sandbox;
import scrip.payment.sandbox.SandboxSettings;
import scrip.payment.sandbox.SandboxStore;

/** Plugs the payment port into the application: every bean of this adapter is built here, in sight. */
@AutoConfiguration
@EnableConfigurationProperties(StripeProperties.class)
public class PaymentAutoConfiguration {

    /** The port on Stripe, or on the sandbox by the same code. */
    @Bean
    @ConditionalOnMissingBean
    PaymentGateway paymentGateway(StripeProperties settings, ObjectProvider<Sandbox> sandboxIfUsed,
            Environment environment) {
        Sandbox sandbox = sandboxIfUsed.getIfAvailable();
        LocalServer server = new LocalServer(environment);
        StripeConnection stripe = new StripeConnection(() -> access(settings, sandbox, server), settings.http());
        StripeCheckouts checkouts = new StripeCheckouts(stripe, settings);
        WebhookSignatures signatures = new WebhookSignatures(() -> secrets(settings, sandbox), Clock.systemUTC());
        return new StripeGateway(mode(settings, sandbox), stripe, checkouts, signatures);
    }

    private static StripeAccess access(StripeProperties settings, @Nullable Sandbox sandbox, LocalServer server) {
        String base = settings.apiBase();
        if (sandbox != null) {
            return new StripeAccess(sandbox.keys().apiKey(), base == null ? server.url() + Sandbox.PATH : base);
        }
        String key = settings.apiKey();
        return new StripeAccess(key == null ? "" : key, base == null ? Stripe.LIVE_API_BASE : base);
    }

    private static List<String> secrets(StripeProperties settings, @Nullable Sandbox sandbox) {
        return sandbox == null
                ? settings.webhookSecrets()
                : Stream.concat(settings.webhookSecrets().stream(), Stream.of(sandbox.keys().webhookSecret())).toList();
    }

    private static PaymentMode mode(StripeProperties settings, @Nullable Sandbox sandbox) {
        if (sandbox != null) {
            return PaymentMode.SANDBOX;
        }
        String key = settings.apiKey();
        return key != null && StripeAccess.isLive(key) ? PaymentMode.LIVE : PaymentMode.TEST;
    }

    /** The sandbox, where it stands in. */
    @Configuration(proxyBeanMethods = false)
    @Conditional(OnSandbox.class)
    static class SandboxBeans {

        @Bean
        @ConditionalOnMissingBean
        SandboxStore sandboxStore(ObjectProvider<JdbcClient> database) {
            JdbcClient jdbc = database.getIfAvailable();
            return jdbc == null ? new InMemorySandboxStore() : new JdbcSandboxStore(jdbc);
        }

        @Bean
        Sandbox paymentSandbox(StripeProperties settings, SandboxStore store, ObjectProvider<InstantSource> clock,
                Environment environment) {
            String key = settings.apiKey();
            if (key != null && StripeAccess.isLive(key)) {
                throw new IllegalStateException("The payment sandbox does not run beside a live Stripe key:"
                        + " remove scrip.stripe.sandbox.enabled, or the key");
            }
            LocalServer server = new LocalServer(environment);
            String webhook = settings.sandbox().webhookUrl();
            SandboxSettings where = new SandboxSettings(server::publicUrl,
                    () -> webhook == null || webhook.isBlank() ? server.url() + "/webhooks/stripe" : webhook, key,
                    settings.webhookSecrets().stream().findFirst().orElse(null));
            return new Sandbox(where, store, clock.getIfAvailable(InstantSource::system));
        }

        @Bean
        PastPayments pastPayments(Sandbox sandbox, StripeProperties settings) {
            return new SandboxPastPayments(sandbox, settings);
        }

        @Bean
        RouterFunction<ServerResponse> paymentSandboxRoutes(Sandbox sandbox) {
            return sandbox.routes();
        }

        @Bean
        ApplicationListener<ApplicationReadyEvent> paymentSandboxStart(Sandbox sandbox) {
            return ready -> sandbox.start();
        }

        /** Stripe's SDK writes the brackets of {@code expand[0]} as they are, which Tomcat takes only when told to. */
        @Bean
        WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> paymentSandboxBrackets() {
            return server -> server
                    .addConnectorCustomizers(connector -> connector.setProperty("relaxedQueryChars", "[]"));
        }

        /**
         * Opens what Stripe would have open: its API, which checks its own key, and pages whose addresses cannot be
         * guessed. The dashboard is not among them: the application's own chain guards it.
         */
        @Bean
        @Order(0)
        SecurityFilterChain paymentSandboxSecurity(HttpSecurity http) {
            return http
                    .securityMatcher(Sandbox.PATH + "/v1/**", Sandbox.PATH + "/pay/**", Sandbox.PATH + "/receipts/**",
                            Sandbox.PATH + "/assets/**")
                    .authorizeHttpRequests(all -> all.anyRequest().permitAll()).csrf(AbstractHttpConfigurer::disable)
                    .requestCache(AbstractHttpConfigurer::disable)
                    .sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS)).build();
        }
    }
}
