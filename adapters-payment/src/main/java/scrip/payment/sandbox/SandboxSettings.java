package scrip.payment.sandbox;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Where the sandbox is and whom it tells.
 *
 * @param publicUrl
 *            the application's address for browsers, without a slash at its end; asked each time, because the port may be
 *            known only once the server listens
 * @param webhookUrl
 *            where events are delivered
 * @param apiKey
 *            the key that opens its API, null to draw one
 * @param webhookSecret
 *            the secret that events are signed with, null to draw one
 */
public record SandboxSettings(Supplier<String> publicUrl, Supplier<String> webhookUrl, @Nullable String apiKey,
        @Nullable String webhookSecret) {}
