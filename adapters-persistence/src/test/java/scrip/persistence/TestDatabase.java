package scrip.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.springframework.util.FileSystemUtils;
import scrip.persistence.embedded.EmbeddedMariaDb;

/**
 * One database server for all tests of this process, and a migrated schema of its own for whoever asks.
 *
 * <p>The server is the embedded MariaDB. The environment variables {@code SCRIP_TEST_URL} (such as
 * {@code jdbc:mysql://127.0.0.1:3306/}), {@code SCRIP_TEST_USERNAME} and {@code SCRIP_TEST_PASSWORD} name another.
 */
public final class TestDatabase {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private TestDatabase() {}

    /** Returns the connections to a new schema with all tables and no rows; to be closed after the test class. */
    public static HikariDataSource freshSchema() {
        HikariDataSource pool = emptySchema();
        Flyway.configure().dataSource(pool).load().migrate();
        return pool;
    }

    /** Returns the connections to a new schema without tables; to be closed after the test class. */
    public static HikariDataSource emptySchema() {
        Access access = Server.ACCESS;
        String schema = "scrip_test_" + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(access.url(""), access.username, access.password);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        } catch (SQLException e) {
            throw new IllegalStateException("No schema for a test", e);
        }
        return DatabaseAutoConfiguration.pool(access.url(schema), access.username, access.password);
    }

    private record Access(String urlStart, String urlEnd, String username, String password) {

        String url(String schema) {
            return urlStart + schema + urlEnd;
        }
    }

    /** Started when first asked for. */
    private static final class Server {

        static final Access ACCESS = System.getenv("SCRIP_TEST_URL") == null ? embedded() : named();

        private static Access named() {
            String[] url = System.getenv("SCRIP_TEST_URL").split("(?=\\?)", 2);
            return new Access(url[0], url.length > 1 ? url[1] : "", System.getenv("SCRIP_TEST_USERNAME"),
                    System.getenv("SCRIP_TEST_PASSWORD"));
        }

        private static Access embedded() {
            Path target = Path.of("target");
            Path data = target.resolve("test-database-" + ProcessHandle.current().pid());
            EmbeddedMariaDb database = EmbeddedMariaDb.start(data, target);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(database, data)));
            int schema = database.url().lastIndexOf("scrip");
            return new Access(database.url().substring(0, schema), database.url().substring(schema + "scrip".length()),
                    database.username(), database.password());
        }

        private static void end(EmbeddedMariaDb database, Path data) {
            database.close();
            try {
                FileSystemUtils.deleteRecursively(data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
