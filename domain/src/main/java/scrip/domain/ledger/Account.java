package scrip.domain.ledger;

import java.util.Locale;

/**
 * The accounts that credits move between (rule 30). Sources may go below zero, and debt does; stock never does. Their
 * order is part of every hash of the chain: new ones go last.
 */
public enum Account {
    ISSUED(Kind.SOURCE), SOLD(Kind.SOURCE), GIFTED(Kind.SOURCE), //
    MONTHLY(Kind.STOCK), PROMOTIONAL(Kind.STOCK), ADD_ON(Kind.STOCK), HELD(Kind.STOCK), //
    SPENT(Kind.SINK), EXPIRED(Kind.SINK), REVOKED(Kind.SINK), //
    DEBT(Kind.DEBT);

    /** What role an account plays. */
    public enum Kind {
        SOURCE, STOCK, SINK, DEBT
    }

    private final Kind kind;

    Account(Kind kind) {
        this.kind = kind;
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
