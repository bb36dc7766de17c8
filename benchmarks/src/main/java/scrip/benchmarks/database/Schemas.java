package scrip.benchmarks.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import scrip.benchmarks.Options;
import scrip.persistence.embedded.EmbeddedMariaDb;

/**
 * Makes schemas on the server under load: the one that {@code --url} names, such as {@code jdbc:mysql://host:3306/},
 * else the MariaDB that ships with Scrip, on a folder of its own.
 */
public final class Schemas implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final @Nullable EmbeddedMariaDb embedded;
    private final String before;
    private final String after;
    private final String username;
    private final String password;

    private Schemas(@Nullable EmbeddedMariaDb embedded, String url, String username, String password) {
        this.embedded = embedded;
        int schema = url.lastIndexOf('/') + 1;
        int parameters = url.indexOf('?', schema);
        this.before = url.substring(0, schema);
        this.after = parameters < 0 ? "" : url.substring(parameters);
        this.username = username;
        this.password = password;
    }

    /** @param options {@code --url}, {@code --username}, {@code --password}; or {@code --data}, a folder */
    public static Schemas of(Options options) {
        String url = options.text("url");
        if (url != null) {
            return new Schemas(null, url, options.text("username", "scrip"), options.text("password", ""));
        }
        EmbeddedMariaDb embedded = EmbeddedMariaDb.start(Path.of(options.text("data", "benchmarks/target/database")),
                Path.of("benchmarks/target"));
        return new Schemas(embedded, embedded.url(), embedded.username(), embedded.password());
    }

    /** @return access to a new empty schema, dropped first if it is there */
    public Access fresh(String name) {
        String schema = "scrip_" + name + "_" + COUNT.incrementAndGet();
        execute("DROP DATABASE IF EXISTS " + schema);
        return kept(schema);
    }

    /** @return access to the schema of this name as it was left, an empty one at first */
    public Access keep(String name) {
        return kept("scrip_" + name);
    }

    private Access kept(String schema) {
        execute("CREATE DATABASE IF NOT EXISTS " + schema + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        return new Access(before + schema + after, username, password);
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(before + after, username, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the server of the benchmark refused: " + sql, e);
        }
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
