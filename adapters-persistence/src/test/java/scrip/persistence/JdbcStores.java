package scrip.persistence;

import java.util.ArrayList;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import scrip.application.pool.PoolStore;
import scrip.application.pool.Stores;
import scrip.application.workspace.Member;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.persistence.pool.JdbcPoolStore;
import scrip.persistence.pool.MemoryRow;
import scrip.persistence.pool.PoolRow;
import scrip.persistence.sql.Database;
import scrip.persistence.workspace.JdbcWorkspaceStore;

/** Pools in a schema of their own for a contract; closed after the test class that registers it. */
public final class JdbcStores implements Stores, AfterAllCallback, AutoCloseable {

    /** So few that in most tests some totals are posted and others are not. */
    private static final int FEW = 4;

    private final int mostUnposted;
    private final HikariDataSource connections = TestDatabase.freshSchema();
    private final Database database = new Database(connections);
    private final List<HikariDataSource> nodes = new ArrayList<>();
    private long lastId;

    public JdbcStores() {
        this(FEW);
    }

    /** @param mostUnposted sums of a pool that wait to be posted to the tables of totals */
    public JdbcStores(int mostUnposted) {
        this.mostUnposted = mostUnposted;
    }

    public HikariDataSource connections() {
        return connections;
    }

    public Database database() {
        return database;
    }

    /** @return a store on the same schema with connections of its own, as another node has it */
    public PoolStore anotherNode() {
        HikariDataSource own = DatabaseAutoConfiguration.pool(connections.getJdbcUrl(), connections.getUsername(),
                connections.getPassword());
        own.setMaximumPoolSize(3);
        nodes.add(own);
        return new JdbcPoolStore(new Database(own), mostUnposted);
    }

    @Override
    public PoolStore pools() {
        return new JdbcPoolStore(database, mostUnposted);
    }

    @Override
    public void create(CreditPool added) {
        PoolRow row = PoolRow.ofNew(added);
        database.insert(row.insert());
        database.insert(MemoryRow.insertNew(row));
    }

    @Override
    public void put(Member member) {
        new JdbcWorkspaceStore(database).put(member);
    }

    @Override
    public PoolId nextId() {
        return new PoolId(++lastId);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        nodes.forEach(HikariDataSource::close);
        connections.close();
    }
}
