package scrip.web.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import scrip.web.api.ApiClient;

/** A process of the application that is killed in the end, and what it says of itself. */
final class MortalNode implements AutoCloseable {

    /** A machine that is busy takes its time to start it. */
    private static final int PATIENCE_SECONDS = 120;

    private final Process process;
    private final Writer orders;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private volatile CompletableFuture<Void> obeyed = new CompletableFuture<>();
    private volatile CompletableFuture<String> frozen = new CompletableFuture<>();
    private volatile CompletableFuture<Void> worked = new CompletableFuture<>();

    private MortalNode(Process process) {
        this.process = process;
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofVirtual().start(this::listen);
    }

    /**
     * Starts one.
     *
     * @param settings
     *            as on the command line
     * @param log
     *            gets what it complains of
     */
    static MortalNode start(List<String> settings, Path log) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), KillableScrip.class.getName()));
        command.addAll(settings);
        try {
            return new MortalNode(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile())).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.startsWith(Freezer.MARK)) {
                    hear(line.substring(Freezer.MARK.length()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            IllegalStateException dead = new IllegalStateException("the process has ended");
            List.of(port, obeyed, frozen, worked).forEach(waiting -> waiting.completeExceptionally(dead));
        }
    }

    private void hear(String word) {
        if (word.startsWith("port ")) {
            port.complete(Integer.valueOf(word.substring("port ".length())));
        } else if (word.startsWith("frozen ")) {
            frozen.complete(word.substring("frozen ".length()));
        } else if (word.equals("set")) {
            obeyed.complete(null);
        } else if (word.equals("worked")) {
            worked.complete(null);
        }
    }

    int port() {
        return within(port);
    }

    /** Has it stop whatever it does next at that moment, counted from 1; 0 for never. */
    void freezeAt(int moment) {
        obeyed = new CompletableFuture<>();
        frozen = new CompletableFuture<>();
        worked = new CompletableFuture<>();
        try {
            orders.write(moment + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        within(obeyed);
    }

    /** @return whether something comes to its end; if not, it is frozen and will not */
    boolean survives(CompletableFuture<?> work) {
        within(CompletableFuture.anyOf(work, frozen));
        return !frozen.isDone();
    }

    /** @return done once an event is worked off */
    CompletableFuture<Void> worked() {
        return worked;
    }

    /** @return the moment at which it stands */
    String moment() {
        return within(frozen);
    }

    ApiClient client(String key) {
        return new ApiClient(port(), key);
    }

    private static <T> T within(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Kills it, hard: SIGKILL, so that nothing of it has a chance to end well. */
    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
