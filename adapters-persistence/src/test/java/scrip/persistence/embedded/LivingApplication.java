package scrip.persistence.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** An application in a process of its own, which a test can kill as a power cut would. */
final class LivingApplication {

    /** What it has committed by the time that {@link #start} returns. */
    static final String WRITTEN = "committed before the crash";

    private LivingApplication() {}

    /** Starts the application on a data folder and returns once it has committed a row. */
    static Process start(Path data, Path programs) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"),
                LivingApplication.class.getName(), data.toString(), programs.toString())
                .redirectErrorStream(true).start();
        readUntil(process, WRITTEN);
        return process;
    }

    /** Tells whether the application still reaches its database. */
    static boolean answers(Process application) throws IOException {
        application.getOutputStream().write('\n');
        application.getOutputStream().flush();
        readUntil(application, "true");
        return true;
    }

    private static void readUntil(Process process, String expected) throws IOException {
        BufferedReader console = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder seen = new StringBuilder();
        for (String line = console.readLine(); line != null; line = console.readLine()) {
            if (line.equals(expected)) {
                return;
            }
            seen.append(line).append('\n');
        }
        throw new IllegalStateException("The application ended before it said '" + expected + "':\n" + seen);
    }

    public static void main(String[] folders) throws Exception {
        EmbeddedMariaDb database = EmbeddedMariaDb.start(Path.of(folders[0]), Path.of(folders[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        write(database, WRITTEN);
        System.out.println(WRITTEN);
        while (System.in.read() >= 0) {
            try (Connection connection = connect(database)) {
                System.out.println(connection.isValid(5));
            }
        }
    }

    static Connection connect(EmbeddedMariaDb database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.username(), database.password());
    }

    static void write(EmbeddedMariaDb database, String text) throws SQLException {
        try (Connection connection = connect(database);
                Statement create = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO said VALUES (?)")) {
            create.execute("CREATE TABLE said (said VARCHAR(100))");
            insert.setString(1, text);
            insert.executeUpdate();
        }
    }
}
