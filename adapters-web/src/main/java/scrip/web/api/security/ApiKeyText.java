package scrip.web.api.security;

import java.security.MessageDigest;
import java.util.Optional;
import java.util.random.RandomGenerator;

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

    private static final String MARK = "scrip_";
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID_LENGTH = 16;
    private static final int SECRET_LENGTH = 40;
    private static final int SHORTEST_ID = 12;
    private static final int LONGEST_ID = 40;
    private static final int SHORTEST_SECRET = 32;
    private static final int LONGEST_SECRET = 80;

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

    /** Reads what comes with every request of the API, so without a regular expression. */
    static Optional<ApiKeyText> parse(String text) {
        int end = text.indexOf('_', MARK.length());
        if (!text.startsWith(MARK) || end < 0) {
            return Optional.empty();
        }
        String id = text.substring(MARK.length(), end);
        String secret = text.substring(end + 1);
        return isMade(id, SHORTEST_ID, LONGEST_ID) && isMade(secret, SHORTEST_SECRET, LONGEST_SECRET)
                ? Optional.of(new ApiKeyText(id, secret))
                : Optional.empty();
    }

    private static boolean isMade(String text, int shortest, int longest) {
        if (text.length() < shortest || text.length() > longest) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isDigitOrLetter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigitOrLetter(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
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
        return MARK + id + "_" + secret;
    }

    @Override
    public String toString() {
        return MARK + id + "_…";
    }
}
