package scrip.persistence.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running server process, whose console goes to a log file. */
final class Server {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final String READY = ": ready for connections.";
    /** Long enough for the recovery of a full redo log on a slow disk. */
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration LONGEST_STOP = Duration.ofMinutes(1);
    private static final int POLL_MILLIS = 5;
    private static final int LINES_SHOWN = 15;

    private final Process process;
    private final Path log;
    /** Until the server is ready nobody else knows of it who could stop it. */
    private final Thread stopAtExit;

    private Server(Process process, Path log) {
        this.process = process;
        this.log = log;
        stopAtExit = new Thread(process::destroy, "stop-embedded-database");
    }

    /**
     * Starts the process; the log begins anew.
     *
     * @throws IllegalStateException if the application is ending, and the process with it
     */
    static Server launch(List<String> command, Path log) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Server server = new Server(process, log);
        try {
            Runtime.getRuntime().addShutdownHook(server.stopAtExit);
        } catch (IllegalStateException e) {
            // Nobody is left who would stop it.
            process.destroy();
            throw e;
        }
        return server;
    }

    /**
     * Waits until the server accepts connections. If the application is told to end before, so is the server;
     * afterwards it is the caller who stops it.
     *
     * @return false if it ended instead, or was not ready after five minutes
     */
    boolean awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            if (Files.readString(log, StandardCharsets.ISO_8859_1).contains(READY)) {
                Runtime.getRuntime().removeShutdownHook(stopAtExit);
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return false;
    }

    /** Runs something once the process has ended, however it did. */
    void whenEnded(Runnable then) {
        var _ = process.onExit().thenRun(then);
    }

    /** Returns the end of what the server wrote, for people. */
    String lastLines() throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }

    /** Asks the server to stop and waits until it has. */
    void stop() {
        process.destroy();
        try {
            if (process.waitFor(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            LOG.warn("The database server did not stop within {}; killing it. It recovers at the next start.",
                    LONGEST_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
