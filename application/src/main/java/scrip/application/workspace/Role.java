package scrip.application.workspace;

import java.util.Locale;

/** What a member may do: admins see all and buy, builders see the balance and their own use, end users none of it. */
public enum Role {
    ADMIN, BUILDER, END_USER;

    /** @return the name used in the API and the database, such as {@code end_user} */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
