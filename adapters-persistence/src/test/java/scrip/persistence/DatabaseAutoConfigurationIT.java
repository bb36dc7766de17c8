package scrip.persistence;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import scrip.persistence.embedded.EmbeddedMariaDb;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;
import scrip.persistence.sql.Transaction;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseAutoConfigurationIT {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DatabaseAutoConfiguration.class, DataSourceAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class));

    @Test
    void without_a_server_the_application_brings_its_own() throws Exception {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "embedded")), "data");

        application.withPropertyValues("scrip.data=" + data, "scrip.database.programs=target").run(context -> {
            JdbcClient jdbc = context.getBean(JdbcClient.class);
            assertThat(jdbc.sql("SELECT DATABASE()").query(String.class).single()).isEqualTo("scrip");
            assertThat(jdbc.sql("SELECT @@session.time_zone").query(String.class).single()).isIn("UTC", "+00:00");
        });

        FileSystemUtils.deleteRecursively(data);
    }

    @Test
    void a_named_server_is_used_instead() {
        try (HikariDataSource named = TestDatabase.emptySchema()) {
            application.withPropertyValues("spring.datasource.url=" + named.getJdbcUrl(),
                    "spring.datasource.username=" + named.getUsername(),
                    "spring.datasource.password=" + named.getPassword(),
                    "spring.datasource.hikari.maximum-pool-size=3").run(context -> {
                        assertThat(context).doesNotHaveBean(EmbeddedMariaDb.class);
                        assertThat(context.getBean(HikariDataSource.class).getMaximumPoolSize()).isEqualTo(3);
                        assertThat(context.getBean(JdbcClient.class).sql("SELECT 1").query(Integer.class).single())
                                .isEqualTo(1);
                    });
        }
    }

    /** The driver may believe otherwise: what counts is what the server was told. */
    @Test
    void a_statement_sees_what_was_committed_when_it_began_whatever_the_server_is_set_to() {
        try (HikariDataSource named = TestDatabase.emptySchema()) {
            application.withPropertyValues("spring.datasource.url=" + named.getJdbcUrl(),
                    "spring.datasource.username=" + named.getUsername(),
                    "spring.datasource.password=" + named.getPassword()).run(context -> {
                        assertThat(level(context.getBean("dataSource", DataSource.class)))
                                .isEqualTo("READ-COMMITTED");
                        assertThat(level(context.getBean("statementDataSource", DataSource.class)))
                                .isEqualTo("READ-COMMITTED");
                        assertThat(level(context.getBean("readDataSource", DataSource.class)))
                                .isEqualTo("READ-COMMITTED");
                    });
        }
    }

    private static @Nullable String level(DataSource connections) {
        return JdbcClient.create(connections).sql("SHOW VARIABLES WHERE Variable_name IN"
                + " ('tx_isolation', 'transaction_isolation')").query((row, _) -> row.getString(2)).list().getFirst();
    }

    @Test
    void however_many_read_a_turn_has_its_connection() {
        try (HikariDataSource named = TestDatabase.emptySchema()) {
            application.withConfiguration(AutoConfigurations.of(PersistenceAutoConfiguration.class))
                    .withPropertyValues("spring.datasource.url=" + named.getJdbcUrl(),
                            "spring.datasource.username=" + named.getUsername(),
                            "spring.datasource.password=" + named.getPassword(),
                            "spring.datasource.hikari.maximum-pool-size=2")
                    .run(context -> {
                        Database database = context.getBean(Database.class);
                        List<Long> seen = new ArrayList<>();
                        try (Transaction one = database.snapshot();
                                Transaction other = database.snapshot();
                                Transaction turn = database.begin()) {
                            for (Transaction transaction : List.of(one, other, turn)) {
                                transaction.run(new RoundTrip().read(Sql.of("SELECT 1"),
                                        cells -> seen.add(cells.number())));
                            }
                        }
                        assertThat(seen).containsExactly(1L, 1L, 1L);
                    });
        }
    }

    @Test
    void an_upgrade_of_the_tables_is_not_given_up_however_long_it_takes() {
        try (HikariDataSource named = TestDatabase.emptySchema()) {
            application.withConfiguration(AutoConfigurations.of(FlywayAutoConfiguration.class))
                    .withPropertyValues("spring.datasource.url=" + named.getJdbcUrl(),
                            "spring.datasource.username=" + named.getUsername(),
                            "spring.datasource.password=" + named.getPassword())
                    .run(context -> {
                        assertThat(limit(context.getBean(Flyway.class).getConfiguration().getDataSource())).isZero();
                        assertThat(limit(context.getBean(HikariDataSource.class))).isEqualTo(60_000);
                    });
        }
    }

    private static int limit(DataSource connections) throws SQLException {
        try (Connection connection = connections.getConnection()) {
            return connection.getNetworkTimeout();
        }
    }
}
