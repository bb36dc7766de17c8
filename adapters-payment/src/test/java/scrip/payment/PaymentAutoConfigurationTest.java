package scrip.payment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import scrip.application.payment.PaymentGateway;
import scrip.application.payment.PaymentMode;
import scrip.payment.sandbox.Sandbox;

import static org.assertj.core.api.Assertions.assertThat;

class PaymentAutoConfigurationTest {

    private final WebApplicationContextRunner runner = new WebApplicationContextRunner().withConfiguration(
            AutoConfigurations.of(PaymentAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class));

    @ParameterizedTest
    @ValueSource(strings = {"scrip.stripe.api-key=", "scrip.stripe.api-key=  ", "scrip.pricing.currency=usd"})
    void without_a_key_the_sandbox_stands_in(String setting) {
        runner.withPropertyValues(setting).run(context -> {
            assertThat(context).hasSingleBean(Sandbox.class);
            assertThat(context.getBean(PaymentGateway.class).mode()).isEqualTo(PaymentMode.SANDBOX);
        });
    }

    @Test
    void with_a_key_stripe_is_used_and_no_sandbox_is_there() {
        runner.withPropertyValues("scrip.stripe.api-key=sk_test_1").run(context -> {
            assertThat(context).doesNotHaveBean(Sandbox.class);
            assertThat(context.getBean(PaymentGateway.class).mode()).isEqualTo(PaymentMode.TEST);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk_live_1", "rk_live_1"})
    void a_live_key_moves_real_money(String key) {
        runner.withPropertyValues("scrip.stripe.api-key=" + key)
                .run(context -> assertThat(context.getBean(PaymentGateway.class).mode()).isEqualTo(PaymentMode.LIVE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk_live_1", "rk_live_1"})
    void the_sandbox_refuses_to_run_beside_a_live_key(String key) {
        runner.withPropertyValues("scrip.stripe.api-key=" + key, "scrip.stripe.sandbox.enabled=true")
                .run(context -> assertThat(context).hasFailed().getFailure().rootCause()
                        .hasMessageContaining("does not run beside a live Stripe key"));
    }
}
