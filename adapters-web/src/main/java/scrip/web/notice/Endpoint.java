package scrip.web.notice;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Where signed webhooks go, and what they are signed with, by the Standard Webhooks specification. */
final class Endpoint {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST_URL = 500;
    private static final int SHORTEST_SECRET = 24;
    private static final int LONGEST_SECRET = 64;

    private final URI url;
    private final byte[] secret;

    /**
     * @throws IllegalArgumentException
     *             if the address or the secret is none; the secret is not named
     */
    Endpoint(NoticeSettings.Webhook settings) {
        url = settings.url();
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("https") || scheme.equals("http")) || url.getHost() == null
                || url.toString().length() > LONGEST_URL) {
            throw new IllegalArgumentException("scrip.notices.webhooks: not an http(s) address: " + url);
        }
        secret = decode(settings.secret().strip());
    }

    private byte[] decode(String text) {
        byte[] bytes = {};
        try {
            bytes = text.startsWith(PREFIX) ? Base64.getDecoder().decode(text.substring(PREFIX.length())) : bytes;
        } catch (IllegalArgumentException _) {
            // The message would show a part of the secret.
        }
        if (bytes.length < SHORTEST_SECRET || bytes.length > LONGEST_SECRET) {
            throw new IllegalArgumentException("scrip.notices.webhooks: the secret for " + url + " has to be " + PREFIX
                    + " and " + SHORTEST_SECRET + " to " + LONGEST_SECRET + " bytes in base64");
        }
        return bytes;
    }

    URI url() {
        return url;
    }

    /** @return the header {@code webhook-signature} over the other two headers and the body */
    String sign(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }
}
