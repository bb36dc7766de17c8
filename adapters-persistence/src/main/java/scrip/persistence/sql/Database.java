package scrip.persistence.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import scrip.application.pool.UnavailableException;

/** The database, whose failures come out in the words of the ports. */
public final class Database {

    private final DataSource connections;

    /** Makes an object of a row. */
    @FunctionalInterface
    public interface Row<T> {
        T of(Cells cells) throws SQLException;
    }

    /** @param connections must allow several statements in one round trip ({@code allowMultiQueries}) */
    public Database(DataSource connections) {
        this.connections = connections;
    }

    /**
     * Opens a transaction of round trips.
     *
     * @throws UnavailableException if there is no connection
     */
    public Transaction begin() {
        return new Transaction(connect());
    }

    /**
     * Reads in one round trip, without a lock.
     *
     * @throws UnavailableException if the database cannot serve now
     */
    public void read(RoundTrip trip) {
        try (Connection connection = connect()) {
            trip.run(connection);
        } catch (SQLException e) {
            throw Failures.alone(e);
        }
    }

    /** Reads rows; throws as {@link #read} does. */
    public <T> List<T> list(Sql query, Row<T> row) {
        List<T> rows = new ArrayList<>();
        read(new RoundTrip().read(query, cells -> rows.add(row.of(cells))));
        return rows;
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
        try (Connection connection = connect()) {
            return update(connection, statement);
        } catch (SQLException e) {
            throw Failures.alone(e);
        }
    }

    /**
     * Inserts a row, durably.
     *
     * @return false if there is one already
     * @throws UnavailableException if the database cannot serve now
     */
    public boolean insert(Sql statement) {
        try (Connection connection = connect()) {
            return update(connection, statement) > 0;
        } catch (SQLException e) {
            if (Failures.isDuplicate(e)) {
                return false;
            }
            throw Failures.alone(e);
        }
    }

    private static int update(Connection connection, Sql sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            sql.bind(statement, 0);
            return statement.executeUpdate();
        }
    }

    private Connection connect() {
        try {
            return connections.getConnection();
        } catch (SQLException e) {
            throw new UnavailableException("the database cannot be reached", e);
        }
    }
}
