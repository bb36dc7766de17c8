package scrip.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.zaxxer.hikari.HikariDataSource;
import scrip.application.pool.Desk;
import scrip.benchmarks.database.Access;
import scrip.benchmarks.database.Schemas;
import scrip.benchmarks.design.DeskDesign;
import scrip.benchmarks.growth.Filling;
import scrip.benchmarks.http.App;
import scrip.benchmarks.http.Wrk;
import scrip.benchmarks.load.Figures;
import scrip.benchmarks.load.Load;
import scrip.benchmarks.load.Pools;
import scrip.domain.pool.PoolId;
import scrip.persistence.pool.JdbcPoolStore;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Sql;

/**
 * The same load on ledgers of several sizes, each in a schema of its own with an application of its own: the desk, the
 * balance and the ledger over HTTP, and the settings page.
 */
final class GrowthBenchmark {

    private static final String SLUG = "growth";

    private final Options options;
    private final Figures figures = new Figures();
    private final List<AutoCloseable> open = new ArrayList<>();

    GrowthBenchmark(Options options) {
        this.options = options;
    }

    void run() throws Exception {
        List<Integer> sizes = options.numbers("rows", "10000,1000000");
        try (Schemas schemas = Schemas.of(options)) {
            try {
                for (int i = 0; i < sizes.size(); i++) {
                    add(schemas.fresh("growth"), sizes.get(i), options.number("port", 8106) + i);
                }
                figures.run(options.number("rounds", 3));
            } finally {
                for (AutoCloseable one : open.reversed()) {
                    one.close();
                }
            }
        }
        print(sizes);
    }

    private void add(Access access, int rows, int port) {
        App app = App.start(access, port);
        open.add(app);
        String key = app.workspace(SLUG);
        HikariDataSource connections = access.connections(4);
        open.add(connections);
        Database database = new Database(connections);
        PoolId pool = database.first(Sql.of("SELECT pool FROM workspace WHERE slug = ?", SLUG), Cells::number)
                .map(PoolId::new).orElseThrow();
        JdbcPoolStore store = new JdbcPoolStore(database);
        long begun = System.nanoTime();
        new Filling(store, DeskBenchmark.CLOCK, DeskBenchmark.TERMS).fill(pool, rows);
        System.err.printf("%,d rows filled in %d s%n", rows, (System.nanoTime() - begun) / 1_000_000_000);
        DeskDesign design = new DeskDesign(
                new Desk(store, DeskBenchmark.CLOCK, DeskBenchmark.TERMS, Desk.Limits.DEFAULT));
        open.add(design);
        Pools hot = new Pools(List.of(pool));
        int callers = options.number("callers", 512);
        figures.add("desk, " + rows,
                () -> new Load(Thread.ofVirtual().factory(), callers, options.seconds("warm-up", 1),
                        options.seconds("seconds", 3)).on(design, hot));
        Wrk wrk = new Wrk(2, 16, options.seconds("warm-up", 1), options.seconds("seconds", 3));
        figures.add("balance, " + rows, () -> wrk.run(app, Map.of("SCRIP_LOAD", "balance", "SCRIP_KEY", key)));
        figures.add("ledger, " + rows, () -> wrk.run(app, Map.of("SCRIP_LOAD", "ledger", "SCRIP_KEY", key,
                "SCRIP_PAGE", "/api/v1/ledger?limit=100&after=" + (rows - 200))));
        String cookie = app.signIn(SLUG);
        figures.add("settings page, " + rows, () -> wrk.run(app, Map.of("SCRIP_LOAD", "page", "SCRIP_COOKIE", cookie,
                "SCRIP_PAGE", "/" + SLUG + "/settings/subscription")));
    }

    private void print(List<Integer> sizes) {
        Table table = new Table("load, rows in the ledger", "operations/s", "p50 ms", "p99 ms", "of the smallest",
                "goal");
        for (String load : List.of("desk", "balance", "ledger", "settings page")) {
            double least = figures.median(load + ", " + sizes.getFirst()).perSecond();
            for (int rows : sizes) {
                var sample = figures.median(load + ", " + rows);
                table.row(load + ", " + Table.whole(rows), Table.whole(sample.perSecond()), Table.millis(sample.p50()),
                        Table.millis(sample.p99()), Table.ratio(sample.perSecond(), least), "≥ 0.9");
            }
        }
        table.print();
    }
}
