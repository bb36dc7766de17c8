package scrip.benchmarks.database;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.persistence.DatabaseAutoConfiguration;
import scrip.persistence.pool.PoolRow;
import scrip.persistence.sql.Database;

/** How to reach a schema. */
public record Access(String url, String username, String password) {

    /** @return connections as Scrip makes them, with all tables in place */
    public HikariDataSource connections(int most) {
        HikariDataSource connections = DatabaseAutoConfiguration.pool(url, username, password);
        connections.setMaximumPoolSize(most);
        connections.setMinimumIdle(most);
        // A schema that was kept may lack a migration that came to be before its last one.
        Flyway.configure().dataSource(connections).outOfOrder(true).load().migrate();
        return connections;
    }

    /** @return connections that leave commits to their user */
    public HikariDataSource plainConnections(int most) {
        HikariDataSource connections = new HikariDataSource();
        connections.setJdbcUrl(url);
        connections.setUsername(username);
        connections.setPassword(password);
        connections.setMaximumPoolSize(most);
        connections.setMinimumIdle(most);
        connections.setAutoCommit(false);
        connections.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        connections.addDataSourceProperty("allowMultiQueries", "true");
        connections.addDataSourceProperty("readOnlyPropagatesToServer", "false");
        connections.addDataSourceProperty("useLocalSessionState", "true");
        connections.addDataSourceProperty("useServerPrepStmts", "true");
        connections.addDataSourceProperty("cachePrepStmts", "true");
        return connections;
    }

    /** Opens pools with the ids from {@code first} on. */
    public static List<PoolId> open(Database database, int first, int count, Instant now) {
        List<PoolId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            PoolId id = new PoolId(first + i);
            database.insert(PoolRow.ofNew(CreditPool.open(id, now)).insert());
            ids.add(id);
        }
        return ids;
    }
}
