package scrip.application.pool;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;

import static org.assertj.core.api.Assertions.assertThat;

/** A crowd's next turn begins while the last one is being written; a few wait until it is. */
@Timeout(60)
class DeskOverlapTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final PoolId HOT = new PoolId(1);
    private static final PoolId OTHER = new PoolId(2);

    private final InMemoryPoolStore pools = new InMemoryPoolStore();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch deciding = new CountDownLatch(1);
    private final CountDownLatch secondTurn = new CountDownLatch(1);
    private final Writes store = new Writes();
    private final Desk desk = new Desk(store, () -> NOW, Terms.DEFAULT, new Desk.Limits(2, 1_000, 1_000, 10, 1));

    DeskOverlapTest() {
        pools.create(CreditPool.open(HOT, NOW));
        pools.create(CreditPool.open(OTHER, NOW));
    }

    @AfterEach
    void close() {
        desk.close();
        assertThat(desk.waiting()).isZero();
    }

    /** Does something between the decision of the first turn and its end, with the pool's row still locked. */
    private final class Writes implements PoolStore {

        private final AtomicInteger turns = new AtomicInteger();
        private Runnable writing = () -> {};

        @Override
        public void transact(Map<PoolId, Wanted> wanted, InstantSource clock, Function<Locked, Changes> decide) {
            int turn = turns.incrementAndGet();
            if (turn == 2) {
                secondTurn.countDown();
            }
            pools.transact(wanted, clock, locked -> {
                Changes changes = decide.apply(locked);
                if (turn == 1) {
                    writing.run();
                }
                return changes;
            });
        }

        @Override
        public Optional<Unlocked> read(PoolId id, Instant now) {
            return pools.read(id, now);
        }

        @Override
        public Optional<Hold> hold(PoolId id, long number) {
            return pools.hold(id, number);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<Answer> ask(PoolId pool, Runnable deed) {
        return desk.submit(Ask.unkeyed(pool, Wants.NOTHING, (_, _) -> {
            deed.run();
            return Deed.Outcome.notKept(new Answer(200, ""));
        }));
    }

    /** One request is decided only once so many others wait behind it. */
    private void writeWithWaiting(int others) {
        CompletableFuture<Answer> first = ask(HOT, () -> {
            deciding.countDown();
            await(gate);
        });
        await(deciding);
        List<CompletableFuture<Answer>> behind = IntStream.range(0, others).mapToObj(_ -> ask(HOT, () -> {})).toList();
        gate.countDown();

        assertThat(first.join().status()).isEqualTo(200);
        assertThat(behind).allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(200));
    }

    @Test
    void a_crowd_begins_its_turn_while_the_last_one_is_written() {
        store.writing = () -> await(secondTurn);

        writeWithWaiting(100);

        assertThat(store.turns.get()).isEqualTo(2);
    }

    /** Had the few been let go, they would stand before the other pool, and its answer would wait for the locked row. */
    @Test
    void a_few_wait_until_the_last_turn_is_written_and_keep_no_writer_from_another_pool() {
        store.writing = () -> assertThat(ask(OTHER, () -> {}).orTimeout(20, TimeUnit.SECONDS).join().status())
                .isEqualTo(200);

        writeWithWaiting(99);

        assertThat(store.turns.get()).isEqualTo(3);
    }
}
