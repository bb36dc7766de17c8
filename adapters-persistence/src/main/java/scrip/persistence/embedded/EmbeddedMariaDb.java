package scrip.persistence.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MariaDB server that lives as long as the application and keeps its data in a folder; see {@link #start}. Should it end
 * without having been asked to, it is started again at the same address.
 */
public final class EmbeddedMariaDb implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMariaDb.class);
    private static final String USER = "scrip";
    /** A port found free can be taken by another program before the server has it. */
    private static final int TRIES = 3;

    private final DataFolder folder;
    private final String url;
    private final String password;
    private final Keeper keeper;

    private EmbeddedMariaDb(DataFolder folder, Keeper keeper, String url, String password) {
        this.folder = folder;
        this.keeper = keeper;
        this.url = url;
        this.password = password;
    }

    /**
     * Starts a server on the database in a folder, making both if they are not there, and returns when it accepts
     * connections. A server that a crashed application left running on the folder is stopped first.
     *
     * @param data     the folder; this process holds it until {@link #close}
     * @param programs the folder below which MariaDB's programs are unpacked once
     * @throws EmbeddedDatabaseException if the folder is in use by a living process or the server does not start
     */
    public static EmbeddedMariaDb start(Path data, Path programs) {
        long begun = System.nanoTime();
        DataFolder folder = DataFolder.claim(data);
        boolean started = false;
        try {
            Orphan.stopIn(folder);
            folder.keepLastLog();
            Programs unpacked = Programs.in(programs.toAbsolutePath().normalize());
            Bootstrap.unlessThere(folder, unpacked);
            EmbeddedMariaDb database = serve(folder, unpacked);
            LOG.info("MariaDB {} on {} is ready after {} ms", Programs.VERSION, folder.path(),
                    (System.nanoTime() - begun) / 1_000_000);
            started = true;
            return database;
        } catch (IOException e) {
            throw failed(folder, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(folder, "interrupted");
        } finally {
            if (!started) {
                folder.close();
            }
        }
    }

    private static EmbeddedMariaDb serve(DataFolder folder, Programs programs)
            throws IOException, InterruptedException {
        PrivateFiles.createDirectories(folder.temporary());
        String password = password(folder.passwordFile());
        String lastWords = "";
        for (int i = 0; i < TRIES; i++) {
            Launch launch = new Launch(folder, programs, freePort(), initialSql(password));
            Server server = launch.begin();
            if (launch.isReady(server)) {
                return new EmbeddedMariaDb(folder, Keeper.of(server, launch), "jdbc:mysql://127.0.0.1:" + launch.port()
                        + "/scrip?sslMode=DISABLED", password);
            }
            server.stop();
            lastWords = server.lastLines();
            if (!lastWords.contains("Address already in use")) {
                break;
            }
        }
        throw failed(folder, lastWords);
    }

    private static EmbeddedDatabaseException failed(DataFolder folder, String why) {
        return new EmbeddedDatabaseException("The embedded database in " + folder.path() + " did not start:\n" + why,
                "Read " + folder.log() + ". If the disk is full, make room; if the files belong to another user, give "
                        + "them to this one. To run on a server instead, set spring.datasource.url.");
    }

    // The statements say what must be so, and are given at every start: an interrupted first start leaves no gap.
    private static String initialSql(String password) {
        return """
                CREATE DATABASE IF NOT EXISTS scrip CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
                CREATE USER IF NOT EXISTS 'scrip'@'127.0.0.1';
                ALTER USER 'scrip'@'127.0.0.1' IDENTIFIED BY '%s';
                GRANT ALL PRIVILEGES ON `scrip%%`.* TO 'scrip'@'127.0.0.1';
                """.formatted(password) + RedoLog.growing();
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            PrivateFiles.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return Files.readString(file).strip();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** Returns the address of the database {@code scrip} for MySQL Connector/J. */
    public String url() {
        return url;
    }

    /** Returns the user that owns every database whose name begins with {@code scrip}. */
    public String username() {
        return USER;
    }

    /** Returns the user's password, generated when the folder was made. */
    public String password() {
        return password;
    }

    /** Stops the server in good order and gives the folder back. */
    @Override
    public void close() {
        keeper.close();
        folder.close();
    }
}
