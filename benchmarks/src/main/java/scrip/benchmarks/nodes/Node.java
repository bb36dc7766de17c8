package scrip.benchmarks.nodes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import scrip.application.pool.Desk;
import scrip.benchmarks.Options;
import scrip.benchmarks.database.Access;
import scrip.benchmarks.design.DeskDesign;
import scrip.benchmarks.load.Load;
import scrip.benchmarks.load.Pools;
import scrip.benchmarks.load.Sample;
import scrip.domain.credit.Credits;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;
import scrip.persistence.pool.JdbcPoolStore;
import scrip.persistence.sql.Database;

/**
 * An application node in a process of its own, with callers of its own on the pool 1. It reads lines such as
 * {@code 256 4} (callers, seconds) from standard input and answers each with its figures.
 */
public final class Node {

    private static final Terms TERMS = new Terms(Credits.of(1_000_000_000), Duration.ofDays(30));
    private static final InstantSource CLOCK = () -> Instant.now().truncatedTo(ChronoUnit.MICROS);

    private final Options options;

    /** @param options {@code --url}, {@code --username}, {@code --password} of the schema */
    public Node(Options options) {
        this.options = options;
    }

    /** Serves until its input ends. */
    public void run() throws IOException {
        Access access = new Access(options.text("url", ""), options.text("username", ""), options.text("password", ""));
        try (HikariDataSource connections = access.connections(4)) {
            Desk desk = new Desk(new JdbcPoolStore(new Database(connections)), CLOCK, TERMS, Desk.Limits.DEFAULT);
            try (DeskDesign design = new DeskDesign(desk)) {
                serve(design);
            }
        }
    }

    private static void serve(DeskDesign design) throws IOException {
        Pools hot = new Pools(List.of(new PoolId(1)));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ", -1);
            Sample sample = new Load(Thread.ofVirtual().factory(), Integer.parseInt(words[0]), Duration.ofSeconds(1),
                    Duration.ofSeconds(Long.parseLong(words[1]))).on(design, hot);
            System.out.println(sample.perSecond() + " " + sample.p50() + " " + sample.p99() + " " + sample.p999());
        }
    }
}
