package scrip.web.payments;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;
import scrip.application.payment.PaymentMode;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class PaymentWarningsTest {

    private static final String SIMULATED = "Payments are simulated";
    private static final String UNHEARD = "scrip.stripe.webhook-secrets is not set";

    private static void warn(PaymentMode mode, MockEnvironment settings) {
        new PaymentWarnings(mode, settings).warn();
    }

    @Test
    void a_sandbox_that_is_no_demo_gives_credits_away(CapturedOutput log) {
        warn(PaymentMode.SANDBOX, new MockEnvironment());

        assertThat(log).contains(SIMULATED).doesNotContain(UNHEARD);
    }

    @Test
    void the_demo_is_meant_to(CapturedOutput log) {
        warn(PaymentMode.SANDBOX, new MockEnvironment().withProperty("scrip.demo", "true"));

        assertThat(log).doesNotContain(SIMULATED, UNHEARD);
    }

    @Test
    void without_a_secret_no_event_of_stripe_is_heard(CapturedOutput log) {
        warn(PaymentMode.LIVE, new MockEnvironment().withProperty("scrip.stripe.webhook-secrets", " "));

        assertThat(log).contains(UNHEARD).doesNotContain(SIMULATED);
    }

    @Test
    void with_one_all_is_well(CapturedOutput log) {
        warn(PaymentMode.TEST, new MockEnvironment().withProperty("scrip.stripe.webhook-secrets[0]", "whsec_x"));

        assertThat(log).doesNotContain(SIMULATED, UNHEARD);
    }
}
