package scrip.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import scrip.application.pool.Ask;
import scrip.application.pool.Desk;
import scrip.benchmarks.database.Access;
import scrip.benchmarks.database.Schemas;
import scrip.benchmarks.design.Design;
import scrip.benchmarks.design.DeskDesign;
import scrip.benchmarks.design.RawWrites;
import scrip.benchmarks.design.RowLockDesign;
import scrip.benchmarks.load.Figures;
import scrip.benchmarks.load.Load;
import scrip.benchmarks.load.Pools;
import scrip.benchmarks.load.Sample;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Command;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;
import scrip.persistence.pool.JdbcPoolStore;
import scrip.persistence.sql.Database;

/** The desk on one hot pool and on many, beside a row lock for each request and the ceiling of raw writes. */
final class DeskBenchmark {

    static final Terms TERMS = new Terms(Credits.of(1_000_000_000), Duration.ofDays(30));
    static final InstantSource CLOCK = () -> Instant.now().truncatedTo(ChronoUnit.MICROS);
    private static final int ROW_LOCK_CONNECTIONS = 16;
    private static final Duration RUN_UP = Duration.ofSeconds(1);

    private final Options options;
    private final Figures figures = new Figures();
    private final List<Integer> callers;
    private final List<Integer> rowLockCallers;
    private final List<Integer> rawBatches;

    DeskBenchmark(Options options) {
        this.options = options;
        callers = options.numbers("callers", "1,8,32,128,512,1024");
        rowLockCallers = options.numbers("row-lock-callers", "1,8,16,32,128");
        rawBatches = options.numbers("raw-batches", "256,512,1024");
    }

    void run() {
        try (Schemas schemas = Schemas.of(options)) {
            Access access = schemas.fresh("desk");
            try (HikariDataSource scrip = access.connections(10);
                    HikariDataSource plain = access.plainConnections(ROW_LOCK_CONNECTIONS)) {
                measure(new Database(scrip), plain);
            }
        }
        print();
    }

    private void measure(Database database, HikariDataSource plain) {
        int many = options.number("pools", 1_000);
        Instant now = CLOCK.instant();
        List<PoolId> ids = Access.open(database, 1, many + 3, now);
        Desk.Limits most = Desk.Limits.DEFAULT;
        Desk desk = new Desk(new JdbcPoolStore(database), CLOCK, TERMS, new Desk.Limits(
                options.number("writers", most.writers()), most.backlog(), options.number("batch", most.batch()),
                most.pools(), most.attempts()));
        ids.forEach(id -> desk.ask(Ask.of(id, new Command.Touch())));
        try (Design gathered = new DeskDesign(desk); Design rowLock = new RowLockDesign(plain)) {
            Pools hot = new Pools(ids.subList(0, 1));
            Pools rowLockHot = new Pools(ids.subList(1, 2));
            Pools zipf = new Pools(ids.subList(3, ids.size()));
            callers.forEach(n -> figures.add("hot: desk, " + n, () -> virtual(n).on(gathered, hot)));
            rowLockCallers.forEach(n -> figures.add("hot: row lock, " + n, () -> platform(n).on(rowLock, rowLockHot)));
            RawWrites raw = new RawWrites(plain, ids.get(2));
            rawBatches.forEach(n -> figures.add("hot: raw, batches of " + n, () -> raw.run(n, seconds())));
            if (many > 1) {
                options.numbers("many-callers", "512,1024").forEach(
                        n -> figures.add("many: desk, " + n, () -> virtual(n).on(gathered, zipf)));
                options.numbers("many-row-lock-callers", "16,32").forEach(
                        n -> figures.add("many: row lock, " + n, () -> platform(n).on(rowLock, zipf)));
            }
            warmUp(gathered, zipf);
            warmUp(rowLock, zipf);
            figures.run(options.number("rounds", 3));
        }
    }

    /** What is measured first must not pay for the compiler. */
    private void warmUp(Design design, Pools pools) {
        Duration time = options.seconds("warm-up", 5);
        new Load(Thread.ofPlatform().factory(), 16, time.dividedBy(2), time.dividedBy(2)).on(design, pools);
    }

    private Load virtual(int count) {
        return new Load(Thread.ofVirtual().factory(), count, RUN_UP, seconds());
    }

    private Load platform(int count) {
        return new Load(Thread.ofPlatform().factory(), count, RUN_UP, seconds());
    }

    private Duration seconds() {
        return options.seconds("seconds", 3);
    }

    private void print() {
        Table table = new Table("design and callers", "operations/s", "p50 ms", "p99 ms", "p99.9 ms",
                "CPU µs each, application", "database");
        figures.medians().forEach(table::row);
        table.print();
        Sample rowLock = figures.median(figures.best("hot: row lock"));
        Sample raw = figures.median(figures.best("hot: raw"));
        Table ratios = new Table("ratio of medians", "is", "goal");
        int goal = callers.contains(512) ? 512 : callers.getLast();
        Sample desk = figures.median("hot: desk, " + goal);
        ratios.row("hot pool, desk at " + goal + " / best row lock", Table.ratio(desk.perSecond(), rowLock.perSecond()),
                "≥ 25");
        ratios.row("hot pool, desk at " + goal + " / raw writes", Table.ratio(desk.perSecond(), raw.perSecond()),
                "≥ 0.75");
        ratios.row("hot pool, desk at " + goal + ", p99", Table.millis(desk.p99()) + " ms", "≤ 30 ms");
        if (callers.contains(1) && rowLockCallers.contains(1)) {
            ratios.row("one caller's p50, desk / row lock", Table.ratio(figures.median("hot: desk, 1").p50(),
                    figures.median("hot: row lock, 1").p50()), "≤ 1.1");
        }
        if (options.number("pools", 1_000) > 1) {
            ratios.row("many pools, best desk / best row lock",
                    Table.ratio(figures.median(figures.best("many: desk")).perSecond(),
                            figures.median(figures.best("many: row lock")).perSecond()),
                    "≥ 15");
        }
        ratios.print();
    }
}
