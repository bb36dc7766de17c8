package scrip.persistence.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a new, empty database: system tables, no anonymous user, no test database. */
final class Bootstrap {

    private static final Logger LOG = LoggerFactory.getLogger(Bootstrap.class);
    private static final List<String> SCRIPTS = List.of("mariadb_system_tables.sql",
            "mariadb_performance_tables.sql", "mariadb_system_tables_data.sql");
    private static final int LONGEST_SECONDS = 300;

    private Bootstrap() {}

    /**
     * Makes the database of the folder unless there is one.
     *
     * <p>It is made under another name and moved when it is whole: an interrupted attempt is thrown away at the next
     * start, and what has once been a database is never touched here.
     *
     * @throws IOException if the files cannot be written or the server does not make them
     */
    static void unlessThere(DataFolder folder, Programs programs) throws IOException, InterruptedException {
        if (Files.isDirectory(folder.database())) {
            return;
        }
        LOG.info("Making a new database in {}", folder.path());
        Path unfinished = folder.path().resolve("database.unfinished");
        PrivateFiles.deleteTree(unfinished);
        PrivateFiles.createDirectories(unfinished.resolve("mysql"));
        PrivateFiles.createDirectories(folder.temporary());
        run(programs, folder, unfinished);
        Files.move(unfinished, folder.database(), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void run(Programs programs, DataFolder folder, Path database)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(ServerOptions.bootstrap(programs, folder, database))
                .redirectErrorStream(true).redirectOutput(folder.log().toFile()).start();
        try (OutputStream sql = process.getOutputStream()) {
            sql.write(preamble().getBytes(StandardCharsets.UTF_8));
            for (String script : SCRIPTS) {
                Files.copy(programs.script(script), sql);
            }
        } finally {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
        if (process.exitValue() != 0) {
            throw new IOException("MariaDB could not make its system tables");
        }
    }

    // Administration is by the Unix socket, for the user who runs the server; that way no password-less user is made.
    private static String preamble() {
        String user = System.getProperty("user.name").replace("\\", "\\\\").replace("'", "\\'");
        return "USE mysql;\nSET @auth_root_socket='" + user + "';\nSET @skip_auth_anonymous=1;\n";
    }
}
