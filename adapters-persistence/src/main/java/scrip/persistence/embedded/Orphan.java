package scrip.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that outlived the application which started it. */
final class Orphan {

    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);
    private static final int LONGEST_SECONDS = 60;

    private Orphan() {}

    /**
     * Stops the server that a crashed application left running on this folder, if there is one.
     *
     * <p>To be called only while the folder is claimed: then no living application can own that server.
     */
    static void stopIn(DataFolder folder) throws IOException, InterruptedException {
        Optional<ProcessHandle> orphan = find(folder);
        if (orphan.isPresent()) {
            LOG.warn("The application before this one did not stop in good order; stopping its database server, "
                    + "process {}", orphan.get().pid());
            stop(orphan.get());
        }
        Files.deleteIfExists(folder.pidFile());
    }

    // The pid file says where to look first. A server killed during its own start has not written one yet, so
    // otherwise every process of this user is asked.
    private static Optional<ProcessHandle> find(DataFolder folder) throws IOException {
        return pid(folder.pidFile()).flatMap(ProcessHandle::of).filter(process -> serves(process, folder.database()))
                .or(() -> ProcessHandle.allProcesses().filter(process -> serves(process, folder.database()))
                        .findFirst());
    }

    private static Optional<Long> pid(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String text = Files.readString(file).strip();
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    // A number can have gone to another process since: only one that names our folder is ours.
    private static boolean serves(ProcessHandle process, Path database) {
        String wanted = "--datadir=" + database;
        return process.info().arguments().stream().flatMap(Arrays::stream).anyMatch(wanted::equals);
    }

    private static void stop(ProcessHandle server) throws InterruptedException {
        server.destroy();
        if (!ended(server)) {
            // InnoDB recovers from this as from a power cut: every acknowledged commit stays.
            server.destroyForcibly();
            if (!ended(server)) {
                throw new EmbeddedDatabaseException(
                        "A database server of an earlier start, process " + server.pid() + ", cannot be stopped.",
                        "End it with: kill -9 " + server.pid());
            }
        }
    }

    private static boolean ended(ProcessHandle server) throws InterruptedException {
        try {
            server.onExit().get(LONGEST_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
