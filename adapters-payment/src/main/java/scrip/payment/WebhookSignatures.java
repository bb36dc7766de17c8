package scrip.payment;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import org.jspecify.annotations.Nullable;
import scrip.application.payment.VerifiedEvent;

/**
 * Tells genuine deliveries from all others (rule 26): signed with any of our secrets, within the tolerance of the wall
 * clock, and an event.
 */
final class WebhookSignatures {

    private static final Duration TOLERANCE = Duration.ofSeconds(Webhook.DEFAULT_TOLERANCE);

    /** The SDK would take the digits of any script for a number. */
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]+");

    private final Supplier<List<String>> secrets;
    private final Clock wallClock;

    /**
     * @param secrets
     *            asked each time: the sandbox makes its own on first use
     * @param wallClock
     *            the real time, never the adjustable one: a signature ages in the world outside
     */
    WebhookSignatures(Supplier<List<String>> secrets, Clock wallClock) {
        this.secrets = secrets;
        this.wallClock = wallClock;
    }

    Optional<VerifiedEvent> verify(byte[] body, @Nullable String header) {
        if (header == null || !PRINTABLE.matcher(header).matches() || isAheadOfTime(header)) {
            return Optional.empty();
        }
        String text = new String(body, StandardCharsets.UTF_8);
        return secrets.get().stream().anyMatch(secret -> isSigned(text, header, secret))
                ? StripeJson.parse(text).flatMap(json -> StripeReading.event(json, text))
                : Optional.empty();
    }

    private boolean isSigned(String text, String header, String secret) {
        try {
            return Webhook.Signature.verifyHeader(text, header, secret, TOLERANCE.toSeconds(), wallClock);
        } catch (SignatureVerificationException | RuntimeException malformed) {
            // The SDK trips over headers such as "t=abc" with whatever exception it happens to meet.
            return false;
        }
    }

    /** The SDK looks at the past only, so a signature dated far ahead would stay good until then. */
    private boolean isAheadOfTime(String header) {
        Instant latest = wallClock.instant().plus(TOLERANCE);
        return Arrays.stream(header.split(",", -1)).map(String::strip).filter(item -> item.matches("t=\\d{1,18}"))
                .anyMatch(item -> Long.parseLong(item.substring(2)) > latest.getEpochSecond());
    }
}
