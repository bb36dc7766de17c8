package scrip.persistence.pool;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import scrip.application.pool.PoolStore;
import scrip.application.pool.PoolStoreContract;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.persistence.TestDatabase;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.RoundTrip;

class JdbcPoolStoreIT extends PoolStoreContract {

    private static HikariDataSource connections;
    private static Database database;
    private static long lastId;

    @BeforeAll
    static void connect() {
        connections = TestDatabase.freshSchema();
        database = new Database(connections);
    }

    @AfterAll
    static void disconnect() {
        connections.close();
    }

    @Override
    protected PoolStore newStore() {
        return new JdbcPoolStore(database);
    }

    @Override
    protected void create(CreditPool added) {
        database.read(new RoundTrip().write(PoolRow.ofNew(added).insert()));
    }

    @Override
    protected PoolId nextId() {
        return new PoolId(++lastId);
    }
}
