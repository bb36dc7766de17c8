package scrip.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import scrip.application.pool.Desk;
import scrip.benchmarks.database.Access;
import scrip.benchmarks.database.Schemas;
import scrip.benchmarks.design.Design;
import scrip.benchmarks.design.DeskDesign;
import scrip.benchmarks.http.App;
import scrip.benchmarks.http.Wrk;
import scrip.benchmarks.load.Figures;
import scrip.benchmarks.load.Load;
import scrip.benchmarks.load.Pools;
import scrip.benchmarks.load.Sample;
import scrip.persistence.pool.JdbcPoolStore;
import scrip.persistence.sql.Database;

/** The real application with its whole security chain under load from another process, beside what it is compared with. */
final class HttpBenchmark {

    private final Options options;
    private final Figures figures = new Figures();
    private final List<Runnable> loads = new ArrayList<>();

    HttpBenchmark(Options options) {
        this.options = options;
    }

    void run() {
        try (Schemas schemas = Schemas.of(options);
                App app = App.start(schemas.fresh("http"), options.number("port", 8106))) {
            String desk = app.workspace("hot");
            String rowLock = app.workspace("row-lock");
            int single = options.number("connections", 64);
            add(app, "empty POST", single, Map.of("SCRIP_LOAD", "empty"));
            add(app, "single: desk", single, Map.of("SCRIP_LOAD", "single", "SCRIP_KEY", desk));
            for (int connections : options.numbers("row-lock-connections", "8,16,64")) {
                add(app, "single: row lock, " + connections, connections,
                        Map.of("SCRIP_LOAD", "single", "SCRIP_KEY", rowLock));
            }
            for (int commands : options.numbers("batches", "100,1000")) {
                add(app, "batches of " + commands, options.number("batch-connections", 4), Map.of("SCRIP_LOAD", "batch",
                        "SCRIP_KEY", desk, "SCRIP_COMMANDS", Integer.toString(commands)));
            }
            add(app, "balance", single, Map.of("SCRIP_LOAD", "balance", "SCRIP_KEY", desk));
            inProcess(schemas.fresh("beside"));
        }
        print();
    }

    private void add(App app, String name, int connections, Map<String, String> settings) {
        int threads = Math.min(2, connections);
        Wrk wrk = new Wrk(threads, connections, options.seconds("warm-up", 2), options.seconds("seconds", 4));
        figures.add(name, () -> wrk.run(app, settings));
        Duration first = options.seconds("first-warm-up", 20);
        loads.add(() -> new Wrk(threads, connections, first, Duration.ofSeconds(1)).run(app, settings));
    }

    /**
     * Runs every load for a while before any is measured: on two cores the JVM compiles the chain of filters and handlers
     * for a minute and more, and meanwhile takes half of the processor time from what is measured.
     */
    private void warmUp() {
        loads.forEach(Runnable::run);
    }

    /** What batches are compared with, measured in the same turns. */
    private void inProcess(Access access) {
        try (HikariDataSource connections = access.connections(4)) {
            Database database = new Database(connections);
            Desk desk = new Desk(new JdbcPoolStore(database), DeskBenchmark.CLOCK, DeskBenchmark.TERMS,
                    Desk.Limits.DEFAULT);
            Pools hot = new Pools(Access.open(database, 1, 1, DeskBenchmark.CLOCK.instant()));
            try (Design design = new DeskDesign(desk)) {
                int callers = options.number("callers", 1024);
                figures.add("in process: desk, " + callers, () -> new Load(Thread.ofVirtual().factory(), callers,
                        options.seconds("warm-up", 2), options.seconds("seconds", 4)).on(design, hot));
                warmUp();
                figures.run(options.number("rounds", 3));
            }
        }
    }

    private void print() {
        Table table = new Table("load", "operations/s", "p50 ms", "p99 ms", "p99.9 ms");
        figures.medians().forEach((name, sample) -> table.row(name, Table.whole(sample.perSecond()),
                Table.millis(sample.p50()), Table.millis(sample.p99()), Table.millis(sample.p999())));
        table.print();
        Sample single = figures.median("single: desk");
        Table ratios = new Table("ratio of medians", "is", "goal");
        ratios.row("single operations, desk / best row lock", Table.ratio(single.perSecond(),
                figures.median(figures.best("single: row lock")).perSecond()), "≥ 10");
        ratios.row("single operations / empty POST",
                Table.ratio(single.perSecond(), figures.median("empty POST").perSecond()), "≥ 0.35");
        ratios.row("largest batches / in process",
                Table.ratio(figures.median(figures.best("batches of")).perSecond(),
                        figures.median(figures.best("in process")).perSecond()),
                "≥ 0.8");
        ratios.print();
    }
}
