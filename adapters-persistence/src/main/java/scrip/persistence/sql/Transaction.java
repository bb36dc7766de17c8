package scrip.persistence.sql;

import java.sql.Connection;
import java.sql.SQLException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A READ COMMITTED transaction made of round trips: the first also begins it, the last also commits it. Closed without
 * a commit, it has written nothing.
 */
public final class Transaction implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    private final Connection connection;
    private boolean begun;
    private boolean ended;

    Transaction(Connection connection) {
        this.connection = connection;
    }

    /**
     * @throws scrip.application.pool.ConflictException    if it lost against another transaction or its connection
     * @throws scrip.application.pool.UnavailableException if the database cannot serve now
     */
    public void run(RoundTrip trip) {
        try {
            if (!trip.isEmpty()) {
                begin(trip).run(connection);
            }
        } catch (SQLException e) {
            throw Failures.inTransaction(e);
        }
    }

    /** Runs the trip and commits; throws as {@link #run} does, and then the keys tell whether it was committed. */
    public void commit(RoundTrip last) {
        run(last.write(Sql.of("COMMIT")));
        ended = true;
    }

    /** The level has to be named first: it is for the next transaction only, whatever the session's is. */
    private RoundTrip begin(RoundTrip trip) {
        if (begun) {
            return trip;
        }
        begun = true;
        return trip.precededBy(Sql.of("SET TRANSACTION ISOLATION LEVEL READ COMMITTED"), Sql.of("START TRANSACTION"));
    }

    /** A connection that cannot roll back must not be used again: its locks go with it. */
    @Override
    public void close() {
        try (connection) {
            if (begun && !ended) {
                rollBack();
            }
        } catch (SQLException e) {
            LOG.debug("Closing a connection failed", e);
        }
    }

    private void rollBack() throws SQLException {
        try {
            new RoundTrip().write(Sql.of("ROLLBACK")).run(connection);
        } catch (SQLException e) {
            LOG.debug("Rolling back failed, the connection is given up", e);
            connection.abort(Runnable::run);
        }
    }
}
