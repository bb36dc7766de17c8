package scrip.benchmarks.nodes;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import scrip.benchmarks.database.Access;
import scrip.benchmarks.load.CpuTime;
import scrip.benchmarks.load.Sample;

/** A {@link Node} as its starter sees it. */
public final class NodeProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;

    private NodeProcess(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Starts a node and waits until it is ready. */
    public static NodeProcess start(Access access) {
        try {
            NodeProcess node = new NodeProcess(new ProcessBuilder(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                    "--enable-native-access=ALL-UNNAMED", "-cp", System.getenv("BENCHMARK_CLASS_PATH"),
                    "scrip.benchmarks.Main", "node", "--url", access.url(), "--username", access.username(),
                    "--password", access.password())).redirectError(ProcessBuilder.Redirect.INHERIT).start());
            node.line();
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells the node to put on its load. */
    public void order(int callers, long seconds) {
        try {
            orders.write(callers + " " + seconds + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the figures of what was ordered. */
    public Sample figures() {
        String[] words = line().split(" ", -1);
        return new Sample(Double.parseDouble(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2]),
                Double.parseDouble(words[3]), new CpuTime.PerOperation(0, 0));
    }

    private String line() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("a node has ended");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
