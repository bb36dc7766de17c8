package scrip.web.api.embed;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import scrip.application.workspace.ApiKey;

/**
 * What a browser on a page of the host has to see a pool's credits by: whose they are, and until when. It is signed with
 * what is kept of the API key that made it, so that every node can check it, nothing is stored, and revoking the key ends
 * it.
 *
 * @param keyId
 *            the API key that made it, whose pool it opens
 * @param builder
 *            e-mail address of the person who looks
 * @param expiresAt
 *            its end, exclusive, to the second
 */
public record EmbedToken(String keyId, String builder, Instant expiresAt) {

    private static final String PREFIX = "scrip_embed_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST = 1_000;
    private static final int PARTS = 3;

    /** A token as it came, whose signature is still to be checked. */
    record Unchecked(EmbedToken token, String signed, String signature) {

        /** In constant time. */
        boolean isOf(ApiKey key) {
            return MessageDigest.isEqual(base64(sign(signed, key)).getBytes(StandardCharsets.US_ASCII),
                    signature.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** The text to hand over. */
    public String sealedWith(ApiKey key) {
        String payload = base64((keyId + "\n" + expiresAt.getEpochSecond() + "\n" + builder)
                .getBytes(StandardCharsets.UTF_8));
        return PREFIX + payload + "." + base64(sign(payload, key));
    }

    static Optional<Unchecked> parse(String text) {
        int dot = text.indexOf('.');
        if (!text.startsWith(PREFIX) || dot < 0 || text.length() > LONGEST) {
            return Optional.empty();
        }
        String payload = text.substring(PREFIX.length(), dot);
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8).split("\n", -1);
            String signature = text.substring(dot + 1);
            return parts.length != PARTS ? Optional.empty()
                    : Optional.of(new Unchecked(new EmbedToken(parts[0], parts[2],
                            Instant.ofEpochSecond(Long.parseLong(parts[1]))), payload, signature));
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sign(String payload, ApiKey key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(key.secretHash()), ALGORITHM));
            return mac.doFinal((PREFIX + payload).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }
}
