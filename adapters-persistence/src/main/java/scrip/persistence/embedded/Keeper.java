package scrip.persistence.embedded;

import java.io.IOException;
import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a server running until closed: one that was killed or crashed is started again on its port, where it recovers what
 * it had acknowledged. Meanwhile the application refuses what needs it, and its connections come back by themselves.
 */
final class Keeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Launch launch;
    private Server server;
    private boolean closed;

    private Keeper(Server server, Launch launch) {
        this.server = server;
        this.launch = launch;
    }

    /** @param server is ready */
    static Keeper of(Server server, Launch launch) {
        Keeper keeper = new Keeper(server, launch);
        server.whenEnded(keeper::ended);
        return keeper;
    }

    private void ended() {
        if (!isClosed()) {
            Thread.ofPlatform().daemon().name("revive-embedded-database").start(this::revive);
        }
    }

    private void revive() {
        for (int attempt = 1; !isClosed(); attempt++) {
            LOG.error("The database server ended by itself; starting it again, attempt {}", attempt);
            try {
                if (tryToStart()) {
                    LOG.warn("The database server is back");
                    return;
                }
                Thread.sleep(LONGEST_PAUSE.compareTo(Duration.ofSeconds(attempt)) < 0 ? LONGEST_PAUSE
                        : Duration.ofSeconds(attempt));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IllegalStateException e) {
                LOG.debug("The application is ending, and the server with it", e);
                return;
            }
        }
    }

    /** @return false if it has to be tried again, after a pause: what stands in its way may take its time to go */
    private boolean tryToStart() throws InterruptedException {
        try {
            return start();
        } catch (IOException e) {
            LOG.error("The database server cannot be started", e);
            return false;
        }
    }

    /** @return false if it has to be tried again */
    private boolean start() throws IOException, InterruptedException {
        launch.folder().keepLastLog();
        Server next;
        synchronized (this) {
            if (closed) {
                return true;
            }
            next = launch.begin();
            server = next;
        }
        boolean ready = launch.isReady(next);
        if (ready) {
            next.whenEnded(this::ended);
        } else {
            next.stop();
        }
        return ready;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Stops the server in good order; it is not started again. */
    @Override
    public void close() {
        Server last;
        synchronized (this) {
            closed = true;
            last = server;
        }
        last.stop();
    }
}
