package scrip.application.workspace;

import java.util.Locale;

/** What an API key may do. */
public enum Scope {
    METER, READ, PURCHASE;

    /** @return the name used in the API and the database, such as {@code meter} */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Scope ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
