package scrip.persistence.embedded;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;

/** The command lines of the server: what it is told, and why. */
final class ServerOptions {

    private static final String SQL_MODE = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
            + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";
    /** Beyond this many characters the path of a Unix socket is cut off. */
    private static final int LONGEST_SOCKET_PATH = 100;
    private static final long BYTES_PER_MEGABYTE = 1 << 20;

    private ServerOptions() {}

    /** The server that makes the system tables of a new database from standard input, and ends. */
    static List<String> bootstrap(Programs programs, DataFolder folder, Path database) {
        List<String> command = common(programs, folder, database);
        command.add("--bootstrap");
        command.add("--max-allowed-packet=16M");
        return command;
    }

    /** The server that serves. */
    static List<String> serve(Programs programs, DataFolder folder, int port, Path initFile) {
        List<String> command = common(programs, folder, folder.database());
        command.addAll(List.of(
                "--port=" + port,
                // Nobody but this machine, and no names to resolve for it.
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                // Making a certificate costs many seconds, for a connection that never leaves the machine.
                "--skip-ssl",
                "--socket=" + socket(folder, port),
                "--pid-file=" + folder.pidFile(),
                "--init-file=" + initFile,
                // The same strictness as MySQL's, so that what works here works there.
                "--sql-mode=" + SQL_MODE,
                // An acknowledged commit is on the disk. These two are never traded for speed.
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-doublewrite=1",
                "--innodb-buffer-pool-size=" + cacheMegabytes(memory()) + "M",
                // Clearing old versions of rows away takes a core each; on two, it keeps those waiting who want theirs.
                "--innodb-purge-threads=" + purgers(Runtime.getRuntime().availableProcessors()),
                "--event-scheduler=ON",
                "--max-allowed-packet=64M",
                "--max-connections=200",
                "--local-infile=0"));
        return command;
    }

    private static List<String> common(Programs programs, DataFolder folder, Path database) {
        List<String> command = new ArrayList<>();
        command.add(programs.server().toString());
        // Must come first: a my.cnf of this machine is not about this server.
        command.add("--no-defaults");
        command.add("--basedir=" + programs.folder());
        command.add("--datadir=" + database);
        // A server clears away what it takes for its own leftovers: in a shared folder that may be another one's.
        command.add("--tmpdir=" + folder.temporary());
        command.add("--innodb-log-file-size=" + RedoLog.FIRST_MEGABYTES + "M");
        // Its default is latin1; keys and addresses compare byte for byte.
        command.add("--character-set-server=utf8mb4");
        command.add("--collation-server=utf8mb4_bin");
        if ("root".equals(System.getProperty("user.name"))) {
            // Without it the server refuses to run as root.
            command.add("--user=root");
        }
        return command;
    }

    /** @return the memory of this machine or, in a container, what it may use, in bytes */
    private static long memory() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    /**
     * Request keys lie scattered over their table, which holds those of two days: as long as it fits into memory, a new key
     * costs no read. The server takes the memory only as it needs it.
     *
     * @return a quarter of it, from 256 MB to 8 GB
     */
    static long cacheMegabytes(long memory) {
        return Math.clamp(memory / 4 / BYTES_PER_MEGABYTE, 256, 8 * 1_024);
    }

    /** @return one for two processors, from 1 to 4, which is the server's own default */
    static int purgers(int processors) {
        return Math.clamp(processors / 2, 1, 4);
    }

    private static String socket(DataFolder folder, int port) {
        String inFolder = folder.path().resolve("mariadbd.sock").toString();
        return inFolder.length() <= LONGEST_SOCKET_PATH
                ? inFolder
                : Path.of(System.getProperty("java.io.tmpdir"), "scrip-" + port + ".sock").toString();
    }
}
