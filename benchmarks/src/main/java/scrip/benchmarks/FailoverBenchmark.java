package scrip.benchmarks;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import com.zaxxer.hikari.HikariDataSource;
import scrip.application.pool.Ask;
import scrip.application.pool.Desk;
import scrip.application.pool.UnavailableException;
import scrip.benchmarks.database.Access;
import scrip.benchmarks.database.Schemas;
import scrip.benchmarks.design.Design;
import scrip.benchmarks.design.DeskDesign;
import scrip.benchmarks.growth.Verdict;
import scrip.domain.pool.Command;
import scrip.domain.pool.PoolId;
import scrip.persistence.pool.JdbcPoolStore;
import scrip.persistence.pool.KeyId;
import scrip.persistence.reading.JdbcLedgerReader;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Sql;

/**
 * Kills a database node under load: {@code --kill PID} after half of the time. Callers repeat what was not taken with the
 * same key, as clients do. Then it reads the ledger from its beginning and looks for every answer that was given.
 */
final class FailoverBenchmark {

    private static final PoolId POOL = new PoolId(1);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Options options;
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong lastAnswer = new AtomicLong(System.nanoTime());
    private final AtomicLong longestSilence = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong settled = new AtomicLong();
    private final Set<String> keys = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    FailoverBenchmark(Options options) {
        this.options = options;
    }

    void run() throws InterruptedException {
        try (Schemas schemas = Schemas.of(options)) {
            Access access = schemas.fresh("failover");
            try (HikariDataSource connections = access.connections(4)) {
                Database database = new Database(connections);
                Desk desk = new Desk(new JdbcPoolStore(database), DeskBenchmark.CLOCK, DeskBenchmark.TERMS,
                        Desk.Limits.DEFAULT);
                Access.open(database, 1, 1, DeskBenchmark.CLOCK.instant());
                desk.ask(Ask.of(POOL, new Command.Touch()));
                try (Design design = new DeskDesign(desk)) {
                    load(design);
                }
                judge(database);
            }
        }
    }

    private void load(Design design) throws InterruptedException {
        int callers = options.number("callers", 128);
        Thread[] threads = new Thread[callers];
        for (int i = 0; i < callers; i++) {
            threads[i] = Thread.ofVirtual().start(() -> call(design));
        }
        Duration half = options.seconds("seconds", 40).dividedBy(2);
        Thread.sleep(half);
        long before = answered.get();
        longestSilence.set(0);
        kill();
        Thread.sleep(half);
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
        long after = answered.get() - before;
        new Table("", "is").row("operations/s before", Table.whole(before / (double) half.toSeconds()))
                .row("operations/s after, the pause included", Table.whole(after / (double) half.toSeconds()))
                .row("longest time without an answer, ms", Table.whole(longestSilence.get() / 1e6))
                .row("requests repeated with the same key", repeated.get()).print();
    }

    private void kill() {
        Optional.ofNullable(options.text("kill")).map(Long::valueOf).flatMap(ProcessHandle::of)
                .ifPresent(ProcessHandle::destroyForcibly);
    }

    private void call(Design design) {
        String caller = UUID.randomUUID() + "-";
        SplittableRandom random = new SplittableRandom();
        for (long i = 0; !over; i++) {
            String key = caller + i;
            long hold = insist(key, random, () -> design.hold(POOL, key));
            if (hold > 0) {
                String settling = key + "-s";
                insist(settling, random, () -> {
                    design.settle(POOL, hold, settling);
                    settled.incrementAndGet();
                    return hold;
                });
            }
        }
    }

    /** @return what was answered; a hold found under its key again after a lost answer has no number here, so 0 */
    private long insist(String key, SplittableRandom random, Supplier<Long> request) {
        while (true) {
            try {
                long answer = request.get();
                keys.add(key);
                answered.incrementAndGet();
                long now = System.nanoTime();
                long silence = now - lastAnswer.getAndSet(now);
                longestSilence.accumulateAndGet(silence, Math::max);
                return answer;
            } catch (UnavailableException _) {
                repeated.incrementAndGet();
                pause(PAUSE.toMillis() + random.nextLong(PAUSE.toMillis()));
            }
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void judge(Database database) {
        Verdict verdict = Verdict.of(new JdbcLedgerReader(database), POOL);
        Set<String> kept = ConcurrentHashMap.newKeySet();
        database.read(Sql.of("SELECT LOWER(HEX(id)) FROM request_key WHERE pool = ?", POOL.value()),
                cells -> kept.add(cells.text()));
        long lost = keys.stream().filter(key -> !kept.contains(KeyId.of("s:" + key).hex())).count();
        long charges = database.first(Sql.of("SELECT COUNT(*) FROM charge WHERE pool = ?", POOL.value()), Cells::number)
                .orElse(0L);
        long doubled = charges - settled.get();
        new Table("verdict", "is", "goal").row("ledger entries", Table.whole((double) verdict.entries()), "")
                .row("ledger whole, chain unbroken", verdict.isWhole(), "true")
                .row("answers given and lost", lost, "0").row("settlements charged twice", doubled, "0").print();
    }
}
