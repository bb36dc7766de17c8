package scrip.domain.ledger;

import java.util.Arrays;
import java.util.Locale;

/**
 * The accounts that credits move between (rule 30). Sources may go below zero, and debt does; stock never does.
 */
public enum Account {
    ISSUED(1, Kind.SOURCE), SOLD(2, Kind.SOURCE), GIFTED(3, Kind.SOURCE), //
    MONTHLY(4, Kind.STOCK), PROMOTIONAL(5, Kind.STOCK), ADD_ON(6, Kind.STOCK), HELD(7, Kind.STOCK), //
    SPENT(8, Kind.SINK), EXPIRED(9, Kind.SINK), REVOKED(10, Kind.SINK), //
    DEBT(11, Kind.DEBT);

    /** What role an account plays. */
    public enum Kind {
        SOURCE, STOCK, SINK, DEBT
    }

    private final int code;
    private final Kind kind;

    Account(int code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    /** @return a number below 128 that never changes: it is stored, and part of every hash of the chain */
    public int code() {
        return code;
    }

    /**
     * @throws IllegalArgumentException
     *             if no account has this code
     */
    public static Account ofCode(int code) {
        return Arrays.stream(values()).filter(account -> account.code == code).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no account has the code " + code));
    }

    public Kind kind() {
        return kind;
    }

    /** @return the name used in the API and the database, such as {@code add_on} */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException
     *             if there is no such account
     */
    public static Account ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
