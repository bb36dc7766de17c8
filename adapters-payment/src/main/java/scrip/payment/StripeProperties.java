package scrip.payment;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code scrip.stripe.*}.
 *
 * @param apiKey
 *            a secret or restricted key; without one the sandbox is used
 * @param webhookSecrets
 *            the secrets that deliveries may be signed with, several while they are rotated
 * @param apiBase
 *            where Stripe's API is, if not at Stripe
 * @param productName
 *            what a hundred credits are called on the payment page and the receipt
 * @param invoices
 *            whether every payment gets an invoice
 * @param tax
 *            whether Stripe Tax adds taxes to the price
 * @param http
 *            how long and how often a call is tried
 * @param sandbox
 *            the stand-in for Stripe
 */
@ConfigurationProperties("scrip.stripe")
public record StripeProperties(@Nullable String apiKey, @DefaultValue List<String> webhookSecrets,
        @Nullable String apiBase, @DefaultValue("100 AI credits") String productName,
        @DefaultValue("false") boolean invoices, @DefaultValue("false") boolean tax, @DefaultValue Http http,
        @DefaultValue Sandbox sandbox) {

    /** An empty setting, as an empty environment variable makes it, is no setting. */
    public StripeProperties {
        apiKey = apiKey == null || apiKey.isBlank() ? null : apiKey.strip();
        apiBase = apiBase == null || apiBase.isBlank() ? null : apiBase.strip().replaceAll("/+$", "");
        webhookSecrets = webhookSecrets.stream().map(String::strip).filter(secret -> !secret.isEmpty()).toList();
    }

    /** Whether the sandbox stands in: if so decided, else if there is no key. */
    boolean usesSandbox() {
        Boolean decided = sandbox.enabled();
        return decided == null ? apiKey == null : decided;
    }

    /**
     * The limits of one call.
     *
     * @param connectTimeout
     *            to reach Stripe
     * @param readTimeout
     *            for its answer, each try
     * @param retries
     *            further tries after the first, always with the same idempotency key
     */
    public record Http(@DefaultValue("5s") Duration connectTimeout, @DefaultValue("15s") Duration readTimeout,
            @DefaultValue("2") int retries) {}

    /**
     * The stand-in for Stripe.
     *
     * @param enabled
     *            decides for or against it; without a decision it is used when there is no key
     * @param webhookUrl
     *            where it delivers its events, if not to this server's own {@code /webhooks/stripe}
     */
    public record Sandbox(@Nullable Boolean enabled, @Nullable String webhookUrl) {}
}
