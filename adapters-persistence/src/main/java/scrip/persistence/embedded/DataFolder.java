package scrip.persistence.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The folder of the embedded database, claimed for this process until closed.
 *
 * <p>The claim is a lock that the operating system gives back when the process ends, however it ends: a folder whose
 * lock is free but whose server still runs was left behind by a crash.
 */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel claim;

    private DataFolder(Path path, FileChannel claim) {
        this.path = path;
        this.claim = claim;
    }

    /**
     * Creates the folder if it is missing and claims it.
     *
     * @throws EmbeddedDatabaseException if another process holds it, or it cannot be written
     */
    static DataFolder claim(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            PrivateFiles.createDirectories(path);
            path = path.toRealPath();
            FileChannel channel = FileChannel.open(path.resolve("scrip.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                String holder = read(channel);
                channel.close();
                throw inUse(path, holder);
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new EmbeddedDatabaseException("The data folder " + path + " cannot be used: " + e,
                    "Let this user write there, or name another folder with --scrip.data=/path/to/folder.", e);
        }
    }

    // Never through another channel: closing that one would give the lock away.
    private static String read(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(32);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static EmbeddedDatabaseException inUse(Path path, String holder) {
        return new EmbeddedDatabaseException(
                "The data folder " + path + " is in use by another Scrip (process " + holder + ").",
                "Stop that one first, or give this one a folder of its own with --scrip.data=/path/to/folder. "
                        + "Several nodes share one database by --spring.datasource.url=jdbc:mysql://host/scrip.");
    }

    Path path() {
        return path;
    }

    /** Where the server keeps its tables. */
    Path database() {
        return path.resolve("database");
    }

    Path temporary() {
        return path.resolve("tmp");
    }

    Path log() {
        return path.resolve("mariadbd.log");
    }

    /** Sets the log of the last run aside, in case it tells why that run ended. */
    void keepLastLog() throws IOException {
        if (Files.exists(log())) {
            Files.move(log(), path.resolve("mariadbd.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    Path pidFile() {
        return path.resolve("mariadbd.pid");
    }

    Path passwordFile() {
        return path.resolve("database.password");
    }

    @Override
    public void close() {
        try {
            claim.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
