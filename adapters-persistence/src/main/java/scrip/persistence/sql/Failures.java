package scrip.persistence.sql;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

import scrip.application.pool.ConflictException;
import scrip.application.pool.UnavailableException;

/** What the database's failures mean to the application. */
final class Failures {

    private static final int DUPLICATE_KEY = 1062;
    /** Deadlock (also Galera's at COMMIT), lock wait timeout, duplicate key, a query or connection that was killed. */
    private static final Set<Integer> CONFLICTS = Set.of(1213, 1205, DUPLICATE_KEY, 1586, 1317, 1927, 1020);
    /**
     * Too many connections, out of resources, disk or table full, shutting down, read-only, a Galera node that is not
     * in its cluster.
     */
    private static final Set<Integer> UNAVAILABLE = Set.of(1040, 1203, 1041, 1021, 1114, 1053, 1290, 1836, 1792, 1047,
            1206);

    private Failures() {}

    /** @return a {@link ConflictException} if the transaction may be tried again, also if its outcome is unknown */
    static RuntimeException inTransaction(SQLException e) {
        if (UNAVAILABLE.contains(e.getErrorCode())) {
            return new UnavailableException("the database cannot serve now", e);
        }
        if (CONFLICTS.contains(e.getErrorCode()) || "40001".equals(e.getSQLState())) {
            return new ConflictException("lost against another transaction", e);
        }
        return isConnectionLost(e) ? new ConflictException("lost the connection", e)
                : new IllegalStateException("the database refused a statement", e);
    }

    /** Outside a turn nobody tries again by himself: whatever may pass is told as unavailable. */
    static RuntimeException alone(SQLException e) {
        RuntimeException failure = inTransaction(e);
        return failure instanceof ConflictException ? new UnavailableException("the database cannot serve now", e)
                : failure;
    }

    private static boolean isConnectionLost(SQLException e) {
        String state = e.getSQLState();
        return (state != null && state.startsWith("08")) || e instanceof SQLRecoverableException
                || e instanceof SQLNonTransientConnectionException || e instanceof SQLTransientConnectionException;
    }
}
