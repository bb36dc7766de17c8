package scrip.persistence;

import java.nio.file.Path;
import java.util.Properties;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.StringUtils;
import scrip.persistence.embedded.EmbeddedMariaDb;
import scrip.persistence.sql.Database;

/** Builds the pools of connections: to the server that {@code spring.datasource.url} names, else to our own MariaDB. */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@EnableConfigurationProperties(DataSourceProperties.class)
public class DatabaseAutoConfiguration {

    /**
     * Starts the embedded database.
     *
     * @param environment names the folder of its files, {@code scrip.data} (by default {@code ./data}), and, if that is
     *                    to be another one, the folder its programs are unpacked to, {@code scrip.database.programs}
     */
    @Bean
    @Conditional(NoServerIsNamed.class)
    EmbeddedMariaDb embeddedMariaDb(Environment environment) {
        String data = environment.getProperty("scrip.data", "./data");
        String programs = environment.getProperty("scrip.database.programs", data);
        return EmbeddedMariaDb.start(Path.of(data), Path.of(programs));
    }

    /**
     * Pools connections; {@code spring.datasource.hikari.…} sets the pool.
     *
     * @param server   the server, its user and its password, if there is no embedded database
     * @param embedded the embedded database; the pool closes before it stops
     */
    @Bean
    @ConditionalOnMissingBean(DataSource.class)
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(DataSourceProperties server, @Nullable EmbeddedMariaDb embedded) {
        return embedded != null
                ? pool(embedded.url(), embedded.username(), embedded.password())
                : pool(server.determineUrl(), server.determineUsername(), server.determinePassword());
    }

    /**
     * Pools connections for single statements: prepared on the server they cost it less, which turns of several
     * statements at once cannot be. Of no interest to anybody but {@link Database}.
     *
     * @param dataSource the pool of connections for turns, to the same server
     */
    @Bean(defaultCandidate = false)
    @ConditionalOnBean(HikariDataSource.class)
    HikariDataSource statementDataSource(HikariDataSource dataSource) {
        HikariDataSource pool = common("scrip-statements", dataSource.getJdbcUrl(), dataSource.getUsername(),
                dataSource.getPassword());
        pool.addDataSourceProperty("useServerPrepStmts", "true");
        pool.addDataSourceProperty("cachePrepStmts", "true");
        pool.addDataSourceProperty("prepStmtCacheSize", "250");
        pool.addDataSourceProperty("prepStmtCacheSqlLimit", "4096");
        return pool;
    }

    /**
     * Pools connections for what is read in several statements: however many people look at pages, turns have theirs. Of
     * no interest to anybody but {@link Database}.
     *
     * @param dataSource the pool of connections for turns, to the same server, and as large
     */
    @Bean(defaultCandidate = false)
    @ConditionalOnBean(HikariDataSource.class)
    HikariDataSource readDataSource(HikariDataSource dataSource) {
        HikariDataSource pool = ofSeveralStatements("scrip-reads", dataSource.getJdbcUrl(), dataSource.getUsername(),
                dataSource.getPassword());
        pool.setMaximumPoolSize(dataSource.getMaximumPoolSize());
        return pool;
    }

    /**
     * Connects for upgrades of the tables: on a large database a statement of theirs takes longer than any of ours may, and
     * one that were given up halfway would leave the tables neither old nor new.
     *
     * @param dataSource the pool of connections for turns, to the same server
     */
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    @ConditionalOnBean(HikariDataSource.class)
    DataSource upgradeDataSource(HikariDataSource dataSource) {
        Properties properties = new Properties();
        properties.putAll(dataSource.getDataSourceProperties());
        properties.setProperty("socketTimeout", "0");
        DriverManagerDataSource connections = new DriverManagerDataSource(dataSource.getJdbcUrl(), properties);
        connections.setUsername(dataSource.getUsername());
        connections.setPassword(dataSource.getPassword());
        return connections;
    }

    /** Pools connections for turns. */
    public static HikariDataSource pool(@Nullable String url, @Nullable String username, @Nullable String password) {
        HikariDataSource pool = ofSeveralStatements("scrip", url, username, password);
        pool.addDataSourceProperty("rewriteBatchedStatements", "true");
        return pool;
    }

    /** A turn of pools is two round trips of several statements each; see Literals for what may stand in them. */
    private static HikariDataSource ofSeveralStatements(String name, @Nullable String url, @Nullable String username,
            @Nullable String password) {
        HikariDataSource pool = common(name, url, username, password);
        pool.addDataSourceProperty("allowMultiQueries", "true");
        return pool;
    }

    /** What all connections have in common: they mean the same by an instant, and none waits for ever. */
    private static HikariDataSource common(String name, @Nullable String url, @Nullable String username,
            @Nullable String password) {
        var pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(url);
        pool.setUsername(username);
        pool.setPassword(password);
        pool.addDataSourceProperty("connectionTimeZone", "UTC");
        pool.addDataSourceProperty("forceConnectionTimeZoneToSession", "true");
        // Otherwise the driver asks the server before every statement whether it may write: a round trip each.
        pool.addDataSourceProperty("readOnlyPropagatesToServer", "false");
        pool.addDataSourceProperty("useLocalSessionState", "true");
        // Of several hosts, the one that is left must be written to: by default the driver only reads there.
        pool.addDataSourceProperty("failOverReadOnly", "false");
        // Whoever waits for a server that is gone, or for a row longer than any turn takes, is told so in time.
        pool.addDataSourceProperty("connectTimeout", "5000");
        pool.addDataSourceProperty("socketTimeout", "60000");
        pool.addDataSourceProperty("sessionVariables", "innodb_lock_wait_timeout=10");
        pool.setConnectionTimeout(10_000);
        // A statement sees what was committed when it began: after the lock of a pool, all that was done before it.
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return pool;
    }

    static final class NoServerIsNamed implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
        }
    }
}
