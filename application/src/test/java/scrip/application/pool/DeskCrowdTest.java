package scrip.application.pool;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;

import static org.assertj.core.api.Assertions.assertThat;

/** Crowds at the desk: whatever fails and whenever it closes, everybody is answered. */
class DeskCrowdTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final PoolId POOL = new PoolId(1);

    private final InMemoryPoolStore kept = new InMemoryPoolStore();
    private final Watched store = new Watched(kept);
    private final Desk desk = new Desk(store, () -> NOW, Terms.DEFAULT, new Desk.Limits(2, 1_000, 100, 10, 3));

    DeskCrowdTest() {
        IntStream.rangeClosed(1, 50).forEach(id -> kept.create(CreditPool.open(new PoolId(id), NOW)));
    }

    @AfterEach
    void close() {
        desk.close();
        assertThat(desk.waiting()).isZero();
    }

    private static Ask ask(PoolId pool, Runnable deed) {
        return Ask.unkeyed(pool, Wants.NOTHING, (_, _) -> {
            deed.run();
            return Deed.Outcome.notKept(new Answer(200, ""));
        });
    }

    @Test
    void never_more_write_at_the_same_time_than_there_are_writers() {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Answer>> answers = IntStream.range(0, 500).mapToObj(i -> CompletableFuture
                    .supplyAsync(() -> desk.ask(ask(new PoolId(1 + i % 50), Thread::yield)), callers)).toList();

            assertThat(answers).allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(200));
        }
        assertThat(store.most.get()).isBetween(1, 2);
    }

    @Test
    void of_thousands_who_ask_at_once_each_is_answered_whatever_fails() {
        store.failing = turn -> switch (turn % 7) {
            case 0 -> new ConflictException("lost", new IllegalStateException());
            case 1 -> new UnavailableException("down", null);
            case 2 -> new IllegalStateException("a bug");
            case 3 -> new StackOverflowError("too deep");
            default -> null;
        };
        List<CompletableFuture<Answer>> answers;
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = IntStream.range(0, 5_000).mapToObj(i -> CompletableFuture.supplyAsync(
                    () -> i % 5 == 0 ? desk.submit(ask(new PoolId(1 + i % 50), () -> {})).join()
                            : desk.ask(ask(new PoolId(1 + i % 50), Thread::yield)),
                    callers)).toList();
        }

        assertThat(answers).allSatisfy(answer -> assertThat(answer).isDone())
                .anySatisfy(answer -> assertThat(answer).isCompleted())
                .anySatisfy(answer -> assertThat(answer).isCompletedExceptionally());
        assertThat(store.most.get()).isBetween(1, 2);
        store.failing = _ -> null;
        assertThat(desk.ask(ask(POOL, () -> {})).status()).isEqualTo(200);
    }

    @Test
    void a_batch_that_breaks_the_machine_leaves_nobody_waiting_behind_it() throws InterruptedException {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        Desk one = new Desk(store, () -> NOW, Terms.DEFAULT, new Desk.Limits(1, 100, 100, 10, 3));
        CompletableFuture<Answer> caller = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> caller.complete(one.ask(ask(POOL, () -> {
            writing.countDown();
            awaitQuietly(gate);
        }))));
        writing.await();
        // They wait for the only writer.
        CompletableFuture<Answer> same = one.submit(ask(POOL, () -> {}));
        CompletableFuture<Answer> other = one.submit(ask(new PoolId(2), () -> {}));
        store.failing = turn -> turn == 2 ? new StackOverflowError("too deep") : null;
        gate.countDown();

        assertThat(caller.join().status()).isEqualTo(200);
        List<CompletableFuture<Answer>> others = List.of(same, other);
        assertThat(others).allSatisfy(answer -> assertThat(answer.handle((_, _) -> true).join()).isTrue())
                .anySatisfy(answer -> assertThat(answer).isCompletedExceptionally());
        one.close();
        assertThat(one.waiting()).isZero();
    }

    @Test
    void closing_waits_for_who_is_being_written_and_for_who_waits_behind_him() throws InterruptedException {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        CompletableFuture<Answer> caller = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> caller.complete(desk.ask(ask(POOL, () -> {
            writing.countDown();
            awaitQuietly(gate);
        }))));
        writing.await();
        CompletableFuture<Answer> behind = desk.submit(ask(POOL, () -> {}));
        Thread closing = Thread.ofVirtual().start(desk::close);
        gate.countDown();
        closing.join();

        assertThat(caller.join().status()).isEqualTo(200);
        assertThat(behind).isCompleted();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A store that sees how many write at once, and fails as it is told. */
    private static final class Watched implements PoolStore {

        private final PoolStore behind;
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger turns = new AtomicInteger();
        /** With what a turn fails, counted from 1; null: it does not. */
        private volatile IntFunction<@Nullable Throwable> failing = _ -> null;

        Watched(PoolStore behind) {
            this.behind = behind;
        }

        @Override
        public void transact(Map<PoolId, Wanted> wanted, InstantSource clock, Function<Locked, Changes> decide) {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            try {
                switch (failing.apply(turns.incrementAndGet())) {
                    case RuntimeException e -> throw e;
                    case Error e -> throw e;
                    case null, default -> behind.transact(wanted, clock, decide);
                }
            } finally {
                now.decrementAndGet();
            }
        }

        @Override
        public Optional<Unlocked> read(PoolId id, Instant now) {
            return behind.read(id, now);
        }

        @Override
        public Optional<Hold> hold(PoolId id, long number) {
            return behind.hold(id, number);
        }
    }
}
