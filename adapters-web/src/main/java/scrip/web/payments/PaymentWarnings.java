package scrip.web.payments;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import scrip.application.payment.PaymentMode;

/** Warns in the log, at the start, of settings with which payments are not what they seem. */
final class PaymentWarnings implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentWarnings.class);

    private final PaymentMode mode;
    private final Environment settings;

    PaymentWarnings(PaymentMode mode, Environment settings) {
        this.mode = mode;
        this.settings = settings;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        warn();
    }

    void warn() {
        boolean sandbox = mode == PaymentMode.SANDBOX;
        if (sandbox && !settings.getProperty("scrip.demo", Boolean.class, false)) {
            LOG.warn("Payments are simulated, because scrip.stripe.api-key is not set:"
                    + " whoever buys credits gets them for nothing");
        }
        if (!sandbox && secrets().stream().allMatch(String::isBlank)) {
            LOG.warn("scrip.stripe.webhook-secrets is not set: every event of Stripe is refused, and a payment is found"
                    + " only when its buyer comes back or by reconciliation");
        }
    }

    private List<String> secrets() {
        return Binder.get(settings).bind("scrip.stripe.webhook-secrets", Bindable.listOf(String.class))
                .orElse(List.of());
    }
}
