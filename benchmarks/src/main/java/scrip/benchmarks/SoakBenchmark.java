package scrip.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import scrip.application.pool.Desk;
import scrip.benchmarks.database.Access;
import scrip.benchmarks.database.Schemas;
import scrip.benchmarks.design.Design;
import scrip.benchmarks.design.DeskDesign;
import scrip.benchmarks.load.Load;
import scrip.benchmarks.load.Pools;
import scrip.benchmarks.load.Sample;
import scrip.persistence.pool.JdbcPoolStore;
import scrip.persistence.sql.Database;

/** A long time at a share of the full load: memory, latency and the queue have to stay flat. */
final class SoakBenchmark {

    private static final double BYTES_PER_MB = 1 << 20;

    private final Options options;
    private final Table table = new Table("minute", "operations/s", "p50 ms", "p99 ms", "p99.9 ms", "heap MB",
            "waiting");
    private final List<Minute> minutes = new ArrayList<>();

    private record Minute(Sample sample, double heap, int waiting) {}

    SoakBenchmark(Options options) {
        this.options = options;
    }

    void run() {
        try (Schemas schemas = Schemas.of(options);
                HikariDataSource connections = schemas.fresh("soak").connections(4)) {
            Database database = new Database(connections);
            Desk desk = new Desk(new JdbcPoolStore(database), DeskBenchmark.CLOCK, DeskBenchmark.TERMS,
                    Desk.Limits.DEFAULT);
            Pools pools = new Pools(
                    Access.open(database, 1, options.number("pools", 100), DeskBenchmark.CLOCK.instant()));
            try (Design design = new DeskDesign(desk)) {
                soak(desk, design, pools);
            }
        }
        table.print();
        printRatios();
    }

    private void soak(Desk desk, Design design, Pools pools) {
        double rate = options.number("rate", 0);
        if (rate == 0) {
            Sample full = load(Duration.ofSeconds(20)).on(design, pools);
            rate = full.perSecond() * options.number("percent", 50) / 100;
            System.err.printf("full load %,.0f/s%n", full.perSecond());
        }
        System.err.printf("soaking at %,.0f/s%n", rate);
        for (int minute = 1; minute <= options.number("minutes", 5); minute++) {
            Sample sample = load(Duration.ofSeconds(59)).atMost(rate).on(design, pools);
            Minute seen = new Minute(sample, heapAfterCollection(), desk.waiting());
            minutes.add(seen);
            table.row(minute, Table.whole(sample.perSecond()), Table.millis(sample.p50()), Table.millis(sample.p99()),
                    Table.millis(sample.p999()), Table.whole(seen.heap), seen.waiting);
            System.err.printf("minute %d: %,.0f/s, p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms, heap %.0f MB, waiting %d%n",
                    minute, sample.perSecond(), sample.p50(), sample.p99(), sample.p999(), seen.heap, seen.waiting);
        }
    }

    private Load load(Duration time) {
        return new Load(Thread.ofVirtual().factory(), options.number("callers", 512), Duration.ofSeconds(1), time);
    }

    private static double heapAfterCollection() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() / BYTES_PER_MB;
    }

    private void printRatios() {
        int third = Math.max(1, minutes.size() / 3);
        List<Minute> first = minutes.subList(0, third);
        List<Minute> last = minutes.subList(minutes.size() - third, minutes.size());
        new Table("last third / first third", "is")
                .row("p99", Table.ratio(p99(last), p99(first)))
                .row("heap", Table.ratio(heap(last), heap(first))).print();
    }

    private static double p99(List<Minute> of) {
        return Sample.median(of.stream().map(Minute::sample).toList()).p99();
    }

    private static double heap(List<Minute> of) {
        return of.stream().mapToDouble(Minute::heap).average().orElse(0);
    }
}
