package scrip.persistence.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How the server of a folder is started, the first time or again.
 *
 * @param port
 *            where it listens, on this machine alone
 * @param initialSql
 *            what it runs first, which holds the password
 */
record Launch(DataFolder folder, Programs programs, int port, String initialSql) {

    private Path init() {
        return folder.path().resolve("database.init");
    }

    /** Starts the process, which is not ready yet. */
    Server begin() throws IOException {
        PrivateFiles.write(init(), initialSql);
        return Server.launch(ServerOptions.serve(programs, folder, port, init()), folder.log());
    }

    /** Waits until the server accepts connections; see {@link Server#awaitReady}. */
    boolean isReady(Server server) throws IOException, InterruptedException {
        boolean ready = server.awaitReady();
        if (ready) {
            Files.delete(init());
        }
        return ready;
    }
}
