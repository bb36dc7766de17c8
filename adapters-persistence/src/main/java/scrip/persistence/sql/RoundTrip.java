package scrip.persistence.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;

/**
 * Statements that go to the server together: under a row lock it is the number of round trips that costs, not the
 * number of statements. Their values stand in the text, see {@link Literals}: a driver that binds them looks through all
 * of it first. More than a packet can take is sent in several.
 */
public final class RoundTrip {

    /** Characters sent at once, well below the servers' smallest default of 16 MB a packet. */
    private static final int MOST = 4 << 20;

    private final List<Step> steps = new ArrayList<>();

    /** Takes one row; the cells are valid only during the call. */
    @FunctionalInterface
    public interface EachRow {
        void row(Cells cells) throws SQLException;
    }

    private record Step(Sql sql, @Nullable EachRow reader, @Nullable IntConsumer counter) {

        Step(Sql sql) {
            this(sql, null, null);
        }
    }

    public RoundTrip write(Sql statement) {
        steps.add(new Step(statement));
        return this;
    }

    /** @param counter is told how many rows were written */
    public RoundTrip write(Sql statement, IntConsumer counter) {
        steps.add(new Step(statement, null, counter));
        return this;
    }

    public RoundTrip write(Collection<Sql> statements) {
        statements.forEach(this::write);
        return this;
    }

    public RoundTrip read(Sql query, EachRow reader) {
        steps.add(new Step(query, reader, null));
        return this;
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    RoundTrip precededBy(List<Sql> statements) {
        steps.addAll(0, statements.stream().map(Step::new).toList());
        return this;
    }

    void run(Connection connection) throws SQLException {
        List<Step> packet = new ArrayList<>();
        int size = 0;
        for (Step step : steps) {
            size += step.sql.size();
            if (size > MOST && !packet.isEmpty()) {
                send(connection, packet);
                packet.clear();
                size = step.sql.size();
            }
            packet.add(step);
        }
        if (!packet.isEmpty()) {
            send(connection, packet);
        }
    }

    private static void send(Connection connection, List<Step> packet) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (Step step : packet) {
            step.sql.appendTo(text.isEmpty() ? text : text.append(";\n"));
        }
        try (Statement statement = connection.createStatement()) {
            // There are no JDBC escapes to look for in what may be megabytes.
            statement.setEscapeProcessing(false);
            statement.execute(text.toString());
            receive(statement, packet);
        }
    }

    /** The failure of a later statement shows only when its result is asked for, so every one is. */
    private static void receive(Statement statement, List<Step> packet) throws SQLException {
        for (Step step : packet) {
            if (step.counter != null) {
                step.counter.accept(statement.getUpdateCount());
            }
            if (step.reader != null) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        step.reader.row(new Cells(rows));
                    }
                }
            }
            statement.getMoreResults();
        }
    }
}
