package scrip.persistence.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import scrip.application.pool.ConflictException;
import scrip.application.pool.UnavailableException;

/**
 * The database, whose failures come out in the words of the ports. Single statements go through Spring's
 * {@link JdbcClient}; turns of pools are round trips of several statements, which it does not have.
 */
public final class Database {

    private final DataSource turns;
    private final DataSource reads;
    private final JdbcClient statements;

    /** Makes an object of a row. */
    @FunctionalInterface
    public interface Row<T> {
        T of(Cells cells) throws SQLException;
    }

    /** @param connections for everything; they must allow several statements in one round trip */
    public Database(DataSource connections) {
        this(connections, connections, connections);
    }

    /**
     * @param turns      connections that allow several statements in one round trip ({@code allowMultiQueries})
     * @param reads      such connections, to the same database, for what only reads
     * @param statements connections for single statements, to the same database
     */
    public Database(DataSource turns, DataSource reads, DataSource statements) {
        this.turns = turns;
        this.reads = reads;
        this.statements = JdbcClient.create(statements);
    }

    /**
     * Opens a transaction of round trips.
     *
     * @throws UnavailableException if there is no connection
     */
    public Transaction begin() {
        return new Transaction(connect(turns), Transaction.TO_WRITE);
    }

    /**
     * Opens a transaction whose reads all see the same moment, however long it lasts; it locks nothing and writes nothing.
     *
     * @throws UnavailableException if there is no connection
     */
    public Transaction snapshot() {
        return new Transaction(connect(reads), Transaction.OF_ONE_MOMENT);
    }

    /**
     * Reads in round trips that all see the same moment, without a lock.
     *
     * @throws UnavailableException if the database cannot serve now
     */
    public <T> T atOneMoment(Function<Transaction, T> reading) {
        try (Transaction moment = snapshot()) {
            return reading.apply(moment);
        } catch (ConflictException e) {
            throw new UnavailableException("the database cannot serve now", e);
        }
    }

    /** Reads in one round trip whose statements all see the same moment; throws as {@link #atOneMoment} does. */
    public void readAtOneMoment(RoundTrip trip) {
        atOneMoment(moment -> {
            moment.run(trip);
            return trip;
        });
    }

    /**
     * Reads in one round trip, without a lock.
     *
     * @throws UnavailableException if the database cannot serve now
     */
    public void read(RoundTrip trip) {
        try (Connection connection = connect(reads)) {
            trip.run(connection);
        } catch (SQLException e) {
            throw Failures.alone(e);
        }
    }

    /**
     * Reads what one query finds, without a lock.
     *
     * @throws UnavailableException if the database cannot serve now
     */
    public void read(Sql query, RoundTrip.EachRow reader) {
        list(query, cells -> {
            reader.row(cells);
            return query;
        });
    }

    /** Reads rows; throws as {@link #read} does. */
    public <T> List<T> list(Sql query, Row<T> row) {
        return alone(query, it -> it.query((cells, _) -> row.of(new Cells(cells))).list());
    }

    /** Reads the first row; throws as {@link #read} does. */
    public <T> Optional<T> first(Sql query, Row<T> row) {
        return list(query, row).stream().findFirst();
    }

    /**
     * Writes by one statement, durably.
     *
     * @return how many rows it found, also if it left them as they were
     * @throws UnavailableException if the database cannot serve now
     */
    public int write(Sql statement) {
        return alone(statement, JdbcClient.StatementSpec::update);
    }

    /**
     * Inserts a row, durably.
     *
     * @return false if there is one already
     * @throws UnavailableException if the database cannot serve now
     */
    public boolean insert(Sql statement) {
        return alone(statement, it -> {
            try {
                return it.update() > 0;
            } catch (DuplicateKeyException _) {
                return false;
            }
        });
    }

    /**
     * Changes a row or, if there is none, inserts it, durably.
     *
     * @param update finds the row, also if it leaves it as it was
     * @return whether there was none
     * @throws UnavailableException if the database cannot serve now
     */
    public boolean put(Sql update, Sql insert) {
        if (write(update) > 0) {
            return false;
        }
        boolean isNew = insert(insert);
        if (!isNew) {
            // Somebody else has inserted it meanwhile.
            write(update);
        }
        return isNew;
    }

    /** Runs one statement that needs no transaction of ours. */
    private <T> T alone(Sql sql, Function<JdbcClient.StatementSpec, T> run) {
        try {
            return run.apply(bound(sql));
        } catch (CannotGetJdbcConnectionException e) {
            throw unreachable(e);
        } catch (DataAccessException e) {
            throw e.getCause() instanceof SQLException cause ? Failures.alone(cause) : e;
        }
    }

    /** A null that does not say its type would cost a round trip of its own to ask the server for it. */
    private JdbcClient.StatementSpec bound(Sql sql) {
        JdbcClient.StatementSpec statement = statements.sql(sql.text());
        for (int i = 0; i < sql.values().size(); i++) {
            Object value = sql.values().get(i);
            statement = value == null ? statement.param(i + 1, null, Types.NULL) : statement.param(i + 1, value);
        }
        return statement;
    }

    private static Connection connect(DataSource connections) {
        try {
            return connections.getConnection();
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private static UnavailableException unreachable(Exception e) {
        return new UnavailableException("the database cannot be reached", e);
    }
}
