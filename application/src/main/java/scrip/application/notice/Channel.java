package scrip.application.notice;

import java.util.Locale;

/** A way on which notices leave. */
public enum Channel {
    EMAIL, WEBHOOK;

    /** @return the name used in the database, such as {@code email} */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Channel ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
