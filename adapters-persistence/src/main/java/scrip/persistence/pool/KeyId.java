package scrip.persistence.pool;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * A request's key as it is stored: 16 bytes of its SHA-256, however long it is. No two keys are one by chance: for an even
 * chance of that, a pool would need 10^19 of them.
 *
 * @param hex the bytes
 */
public record KeyId(String hex) implements Comparable<KeyId> {

    /** In bytes. */
    static final int LENGTH = 16;

    /** @param key with what tells whose it is */
    public static KeyId of(String key) {
        return of(Arrays.copyOf(sha256().digest(key.getBytes(StandardCharsets.UTF_8)), LENGTH));
    }

    static KeyId of(byte[] bytes) {
        return new KeyId(HexFormat.of().formatHex(bytes));
    }

    /** In the order in which the server has them. */
    @Override
    public int compareTo(KeyId other) {
        return hex.compareTo(other.hex);
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** @return the ids for an IN */
    static String in(Collection<KeyId> ids) {
        return ids.stream().map(id -> "x'" + id.hex + "'").collect(Collectors.joining(",", "(", ")"));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
