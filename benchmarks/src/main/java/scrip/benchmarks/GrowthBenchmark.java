package scrip.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.zaxxer.hikari.HikariDataSource;
import scrip.application.pool.Ask;
import scrip.application.pool.Desk;
import scrip.application.workspace.Member;
import scrip.application.workspace.Role;
import scrip.application.workspace.Workspace;
import scrip.benchmarks.database.Access;
import scrip.benchmarks.database.Schemas;
import scrip.benchmarks.design.DeskDesign;
import scrip.benchmarks.growth.Filling;
import scrip.benchmarks.growth.Surroundings;
import scrip.benchmarks.growth.Team;
import scrip.benchmarks.growth.Tour;
import scrip.benchmarks.http.App;
import scrip.benchmarks.load.Figures;
import scrip.benchmarks.load.Load;
import scrip.benchmarks.load.Pools;
import scrip.benchmarks.load.Sample;
import scrip.domain.credit.Credits;
import scrip.domain.license.BillingInterval;
import scrip.domain.license.License;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.persistence.pool.JdbcPoolStore;
import scrip.persistence.sql.Database;
import scrip.persistence.workspace.JdbcWorkspaceStore;

import static java.time.ZoneOffset.UTC;

/**
 * Ledgers of several sizes, each of 400 days and 1,000 builders in a schema of its own: the desk on each, and every page on
 * the largest beside an empty pool in the same application.
 */
final class GrowthBenchmark {

    private static final String SLUG = "growth";
    private static final String EMPTY = "empty";
    private static final PoolId POOL = new PoolId(1);
    private static final PoolId NOTHING = new PoolId(2);
    private static final Duration LIFE = Duration.ofDays(400);
    private static final int BUILDERS = 1_000;
    private static final Duration RUN_UP = Duration.ofMillis(200);

    private final Options options;
    private final Figures desks = new Figures();
    private final Figures pages = new Figures();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Instant now = DeskBenchmark.CLOCK.instant();
    private Map<String, Tour.Stop> stops = Map.of();

    GrowthBenchmark(Options options) {
        this.options = options;
    }

    void run() throws Exception {
        List<Integer> sizes = options.numbers("rows", "10000,1000000");
        fill(sizes);
        if (options.text("only-fill") != null) {
            return;
        }
        try (Schemas schemas = Schemas.of(options)) {
            try {
                sizes.forEach(rows -> addDesk(access(schemas, rows), rows));
                addPages(access(schemas, sizes.getLast()), sizes.getLast());
                desks.run(options.number("rounds", 3));
                warmUp();
                pages.run(options.number("rounds", 3));
            } finally {
                for (AutoCloseable one : open.reversed()) {
                    one.close();
                }
            }
        }
        printDesks(sizes);
        printPages(sizes.getLast());
    }

    private static Access access(Schemas schemas, int rows) {
        return schemas.keep("growth_" + rows);
    }

    /** The server starts anew before anything is measured. */
    private void fill(List<Integer> sizes) {
        try (Schemas schemas = Schemas.of(options)) {
            for (int rows : sizes) {
                try (HikariDataSource connections = access(schemas, rows).connections(4)) {
                    fill(new Database(connections), rows);
                }
            }
        }
    }

    private void fill(Database database, int rows) {
        long begun = System.nanoTime();
        JdbcWorkspaceStore workspaces = new JdbcWorkspaceStore(database);
        JdbcPoolStore pools = new JdbcPoolStore(database);
        if (workspaces.bySlug(SLUG).isEmpty()) {
            found(workspaces, pools, POOL, SLUG);
            found(workspaces, pools, NOTHING, EMPTY);
            for (int i = 1; i < BUILDERS; i++) {
                workspaces.put(new Member(POOL, Team.builder(i), "Builder " + i, Role.BUILDER, null));
            }
            new Surroundings(database, now).fill();
        }
        new Filling(pools, now, DeskBenchmark.TERMS, new Team(BUILDERS, rows)).fill(POOL, rows);
        System.err.printf("%,d rows filled in %d s%n", rows, (System.nanoTime() - begun) / 1_000_000_000);
    }

    private void found(JdbcWorkspaceStore workspaces, JdbcPoolStore pools, PoolId id, String slug) {
        Instant begun = now.minus(LIFE);
        workspaces.create(new Workspace(id, slug, slug, begun), CreditPool.open(id, begun));
        License license = new License("Business", BUILDERS, Credits.of(100_000), BillingInterval.ANNUAL, begun, null,
                UTC);
        try (Desk desk = new Desk(pools, () -> begun, DeskBenchmark.TERMS, Desk.Limits.DEFAULT)) {
            desk.ask(Ask.of(id, new Command.EnterLicense(license)));
        }
    }

    private void addDesk(Access access, int rows) {
        HikariDataSource connections = access.connections(10);
        open.add(connections);
        DeskDesign design = new DeskDesign(new Desk(new JdbcPoolStore(new Database(connections)),
                DeskBenchmark.CLOCK, DeskBenchmark.TERMS, Desk.Limits.DEFAULT));
        open.add(design);
        Load load = new Load(Thread.ofVirtual().factory(), options.number("callers", 512),
                options.seconds("warm-up", 1), options.seconds("seconds", 3));
        desks.add("desk, " + rows, () -> load.on(design, new Pools(List.of(POOL))));
    }

    private void addPages(Access access, int rows) {
        App app = App.start(access, options.number("port", 8106), "--spring.flyway.out-of-order=true");
        open.add(app);
        stops = Tour.of(app, SLUG, rows, now);
        Map<String, Tour.Stop> beside = Tour.of(app, EMPTY, 0, now);
        stops.forEach((name, stop) -> {
            Tour.Stop empty = Objects.requireNonNull(beside.get(name));
            pages.add(name + ", empty", () -> visit(empty));
            pages.add(name, () -> visit(stop));
        });
    }

    /** What is measured first must not pay for the compiler. */
    private void warmUp() {
        stops.values().forEach(stop -> stop.who().visit(stop.paths(), Duration.ZERO,
                options.seconds("page-warm-up", 1)));
    }

    private Sample visit(Tour.Stop stop) {
        return stop.who().visit(stop.paths(), RUN_UP, options.seconds("page-seconds", 2));
    }

    private void printDesks(List<Integer> sizes) {
        Table table = new Table("desk, rows in the ledger", "operations/s", "p50 ms", "p99 ms", "of the smallest",
                "goal");
        double least = desks.median("desk, " + sizes.getFirst()).perSecond();
        for (int rows : sizes) {
            Sample sample = desks.median("desk, " + rows);
            table.row(Table.whole(rows), Table.whole(sample.perSecond()), Table.millis(sample.p50()),
                    Table.millis(sample.p99()), Table.ratio(sample.perSecond(), least), "≥ 0.9");
        }
        table.print();
    }

    private void printPages(int rows) {
        Table table = new Table("page, server time in ms", "empty pool, p50", "p99", Table.whole(rows) + " rows, p50",
                "p99", "ratio of p50", "goal for p99");
        for (String name : stops.keySet()) {
            Sample empty = pages.median(name + ", empty");
            Sample full = pages.median(name);
            table.row(name, Table.millis(empty.p50()), Table.millis(empty.p99()), Table.millis(full.p50()),
                    Table.millis(full.p99()), Table.ratio(full.p50(), empty.p50()), "≤ 100");
        }
        table.print();
    }
}
