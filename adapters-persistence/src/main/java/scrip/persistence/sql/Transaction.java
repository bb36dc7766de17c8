package scrip.persistence.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A transaction made of round trips: the first also begins it, the last also commits it. Closed without a commit, it has
 * written nothing.
 */
public final class Transaction implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Transaction.class);

    /** READ COMMITTED, which is the level of the connections. */
    static final List<Sql> TO_WRITE = List.of(Sql.of("START TRANSACTION"));
    /**
     * Every read sees what was committed when it began, and locks nothing. The level has to be named first: it is for the
     * next transaction only.
     */
    static final List<Sql> OF_ONE_MOMENT = List.of(Sql.of("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"),
            Sql.of("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY"));

    private final Connection connection;
    private final List<Sql> beginning;
    private boolean begun;
    private boolean ended;

    Transaction(Connection connection, List<Sql> beginning) {
        this.connection = connection;
        this.beginning = beginning;
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

    private RoundTrip begin(RoundTrip trip) {
        if (begun) {
            return trip;
        }
        begun = true;
        return trip.precededBy(beginning);
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
