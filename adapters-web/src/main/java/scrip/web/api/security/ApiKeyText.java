package scrip.web.api.security;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import scrip.application.workspace.ApiKey;

/**
 * A pool's API key as its holder has it: {@code scrip_<id>_<secret>}. It is shown once; kept are its id and the hash of
 * its secret.
 *
 * @param id
 *            its public part, 16 letters and digits
 * @param secret
 *            40 letters and digits drawn at random
 */
public record ApiKeyText(String id, String secret) {

    private static final Pattern SYNTAX = Pattern.compile("scrip_([0-9A-Za-z]{12,40})_([0-9A-Za-z]{32,80})");
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID_LENGTH = 16;
    private static final int SECRET_LENGTH = 40;

    /**
     * @param random
     *            must be a cryptographic one
     */
    public static ApiKeyText draw(RandomGenerator random) {
        return new ApiKeyText(draw(random, ID_LENGTH), draw(random, SECRET_LENGTH));
    }

    private static String draw(RandomGenerator random, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return text.toString();
    }

    static Optional<ApiKeyText> parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        return matcher.matches() ? Optional.of(new ApiKeyText(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** @return what is kept of the secret */
    public String secretHash() {
        return Sha256.hexOf(secret);
    }

    /** In constant time: how long it takes does not tell how much of the secret is right. */
    boolean opens(ApiKey key) {
        return MessageDigest.isEqual(bytes(secretHash()), bytes(key.secretHash()));
    }

    private static byte[] bytes(String hash) {
        return hash.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    /** The text to hand over. */
    public String reveal() {
        return "scrip_" + id + "_" + secret;
    }

    @Override
    public String toString() {
        return "scrip_" + id + "_…";
    }
}
