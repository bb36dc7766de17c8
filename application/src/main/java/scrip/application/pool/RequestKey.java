package scrip.application.pool;

/**
 * The key that makes a request happen once (rule 20).
 *
 * @param key
 *            the caller's key, unique in its pool; the operator's are told apart by {@link #ofOperator}
 * @param fingerprint
 *            32 bytes in hexadecimal over path and body: another one under the same key is refused
 */
public record RequestKey(String key, String fingerprint) {

    public static RequestKey ofService(String key, String fingerprint) {
        return new RequestKey("s:" + key, fingerprint);
    }

    public static RequestKey ofOperator(String key, String fingerprint) {
        return new RequestKey("o:" + key, fingerprint);
    }

    /** @param key drawn with the form that asks */
    public static RequestKey ofPage(String key, String fingerprint) {
        return new RequestKey("p:" + key, fingerprint);
    }
}
