package scrip.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EmbeddedMariaDbIT {

    private static final Path PROGRAMS = Path.of("target");

    private Path data;

    @BeforeEach
    void takeAFreshFolder() throws IOException {
        data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "embedded")), "data");
    }

    @AfterEach
    void throwTheFolderAway() throws IOException {
        PrivateFiles.deleteTree(data);
    }

    @Test
    void a_new_folder_becomes_a_database_for_every_language() throws SQLException {
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(data, PROGRAMS)) {
            write(database, "Zoë, 徳川, 🪙");

            assertThat(read(database)).isEqualTo("Zoë, 徳川, 🪙");
            assertThat(ask(database, "SELECT @@character_set_database")).isEqualTo("utf8mb4");
        }
    }

    @Test
    void an_acknowledged_commit_is_on_the_disk() throws SQLException {
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(data, PROGRAMS)) {
            assertThat(ask(database, "SELECT @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
            assertThat(ask(database, "SELECT @@innodb_doublewrite")).isIn("1", "ON");
        }
    }

    @Test
    void the_log_grows_when_a_load_needs_it() throws SQLException {
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(data, PROGRAMS);
                Connection connection = LivingApplication.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE written (number INT AUTO_INCREMENT PRIMARY KEY, text CHAR(250))");
            statement.execute("INSERT INTO written (text) SELECT REPEAT('x', 250) FROM seq_1_to_50000");
            String log = "SELECT @@innodb_log_file_size >> 20";
            assertThat(ask(database, log)).isEqualTo("256");

            for (int times = 0; times < 1_000 && ask(database, log).equals("256"); times++) {
                statement.execute("UPDATE written SET text = REPEAT('%d', 50)".formatted(10_000 + times));
            }

            assertThat(ask(database, log)).isEqualTo("512");
        }
        try (EmbeddedMariaDb again = EmbeddedMariaDb.start(data, PROGRAMS)) {
            assertThat(ask(again, "SELECT COUNT(*) FROM written")).isEqualTo("50000");
            assertThat(data.resolve("database/ib_logfile0")).hasSize(256 << 20);
        }
    }

    @Test
    void a_restart_keeps_the_data() throws SQLException {
        try (EmbeddedMariaDb first = EmbeddedMariaDb.start(data, PROGRAMS)) {
            write(first, "kept");
        }
        try (EmbeddedMariaDb second = EmbeddedMariaDb.start(data, PROGRAMS)) {
            assertThat(read(second)).isEqualTo("kept");
        }
    }

    @Test
    void nobody_comes_in_without_the_password() throws SQLException, IOException {
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(data, PROGRAMS)) {
            for (String user : new String[]{"", "root", "scrip", System.getProperty("user.name")}) {
                assertThatExceptionOfType(SQLException.class).as(user)
                        .isThrownBy(() -> DriverManager.getConnection(database.url(), user, "").close())
                        .withMessageContaining("Access denied");
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("database.password"))))
                    .isEqualTo("rw-------");
            assertThat(data.resolve("database.init")).doesNotExist();
        }
    }

    @Test
    void a_killed_application_loses_nothing() throws Exception {
        Process application = LivingApplication.start(data, PROGRAMS);
        application.destroyForcibly().waitFor();

        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(data, PROGRAMS)) {
            assertThat(read(database)).isEqualTo(LivingApplication.WRITTEN);
        }
    }

    @Test
    void a_killed_server_is_started_again_at_its_address_and_has_lost_nothing() throws Exception {
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(data, PROGRAMS)) {
            write(database, "kept");
            for (int times = 0; times < 2; times++) {
                long pid = Long.parseLong(Files.readString(data.resolve("mariadbd.pid")).strip());
                ProcessHandle killed = ProcessHandle.of(pid).orElseThrow();
                assertThat(killed.destroyForcibly()).isTrue();
                killed.onExit().join();

                assertThat(readOnceItIsBack(database)).isEqualTo("kept");
            }
        }
        assertThat(data.resolve("database.init")).doesNotExist();
    }

    private static String readOnceItIsBack(EmbeddedMariaDb database) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (true) {
            try {
                return read(database);
            } catch (SQLException e) {
                assertThat(System.nanoTime()).as("still away: %s", e.getMessage()).isLessThan(deadline);
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void a_server_left_behind_without_its_pid_file_is_found_too() throws Exception {
        Process application = LivingApplication.start(data, PROGRAMS);
        application.destroyForcibly().waitFor();
        Files.delete(data.resolve("mariadbd.pid"));

        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(data, PROGRAMS)) {
            assertThat(read(database)).isEqualTo(LivingApplication.WRITTEN);
        }
    }

    @Test
    void a_pid_file_that_names_a_stranger_harms_nobody() throws Exception {
        Process stranger = new ProcessBuilder("cat").start();
        Files.writeString(data.resolve("mariadbd.pid"), Long.toString(stranger.pid()));

        EmbeddedMariaDb.start(data, PROGRAMS).close();

        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly().waitFor();
    }

    @Test
    void a_folder_in_use_is_refused_and_its_owner_goes_on() throws Exception {
        Process application = LivingApplication.start(data, PROGRAMS);

        assertThatExceptionOfType(EmbeddedDatabaseException.class)
                .isThrownBy(() -> EmbeddedMariaDb.start(data, PROGRAMS))
                .withMessageContaining("is in use by another Scrip (process " + application.pid() + ")")
                .satisfies(refusal -> assertThat(refusal.action()).contains("--scrip.data="));

        assertThat(LivingApplication.answers(application)).isTrue();
        application.destroy();
        assertThat(application.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void a_folder_in_use_by_this_very_process_is_refused() {
        try (EmbeddedMariaDb first = EmbeddedMariaDb.start(data, PROGRAMS)) {
            assertThatExceptionOfType(EmbeddedDatabaseException.class)
                    .isThrownBy(() -> EmbeddedMariaDb.start(data, PROGRAMS));
            assertThat(first.url()).startsWith("jdbc:mysql://127.0.0.1:");
        }
    }

    @Test
    void a_first_start_that_was_cut_short_is_made_good() throws Exception {
        Files.createDirectories(data.resolve("database.unfinished").resolve("mysql"));
        Files.writeString(data.resolve("database.unfinished").resolve("ibdata1"), "half");

        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(data, PROGRAMS)) {
            write(database, "made good");
            assertThat(read(database)).isEqualTo("made good");
        }
    }

    @Test
    void a_database_that_cannot_start_says_where_to_look() throws Exception {
        EmbeddedMariaDb.start(data, PROGRAMS).close();
        Files.writeString(data.resolve("database").resolve("ibdata1"), "broken");

        assertThatExceptionOfType(EmbeddedDatabaseException.class)
                .isThrownBy(() -> EmbeddedMariaDb.start(data, PROGRAMS))
                .withMessageContaining("did not start")
                .satisfies(failure -> assertThat(failure.action()).contains("mariadbd.log"));
    }

    private static void write(EmbeddedMariaDb database, String text) throws SQLException {
        LivingApplication.write(database, text);
    }

    private static String read(EmbeddedMariaDb database) throws SQLException {
        return ask(database, "SELECT said FROM said");
    }

    private static String ask(EmbeddedMariaDb database, String sql) throws SQLException {
        try (Connection connection = LivingApplication.connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
