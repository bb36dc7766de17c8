package scrip.application.pool;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;

import static org.assertj.core.api.Assertions.assertThat;

/** The desk is fair: a turn takes so many requests and no more, and whoever has had one goes behind the others. */
class DeskFairnessTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final PoolId HOT = new PoolId(1);
    private static final int MOST = 100;

    private final InMemoryPoolStore pools = new InMemoryPoolStore();
    private final Turns turns = new Turns();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private Desk desk;
    private CompletableFuture<Answer> first;

    /** Writes down which pools shared a transaction and how many answers each was given. */
    private final class Turns implements PoolStore {

        private final List<Map<PoolId, Integer>> written = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void transact(Map<PoolId, Wanted> wanted, InstantSource clock, Function<Locked, Changes> decide) {
            Map<PoolId, Integer> counts = new TreeMap<>();
            pools.transact(wanted, clock, locked -> {
                Changes changes = decide.apply(locked);
                counts.put(locked.pool().id(), changes.answers().size());
                return changes;
            });
            written.add(counts);
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

    /** What is asked from here on waits until the gate opens: the one writer stands in front of it. */
    @BeforeEach
    void holdTheWriterUp() throws InterruptedException {
        IntStream.rangeClosed(1, 5).forEach(id -> pools.create(CreditPool.open(new PoolId(id), NOW)));
        Terms terms = new Terms(Credits.of(500), Duration.ofDays(30));
        desk = new Desk(turns, () -> NOW, terms, new Desk.Limits(1, 1_000, MOST, 3, 1));
        first = desk.submit(new Ask(HOT, RequestKey.ofService("first", "ab"), Wants.NOTHING, (_, _) -> {
            begun.countDown();
            await(gate);
            return Deed.Outcome.kept(new Answer(200, "first"));
        }, new Answer(422, "")));
        begun.await();
    }

    @AfterEach
    void close() {
        gate.countDown();
        desk.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<CompletableFuture<Answer>> ask(PoolId pool, int requests) {
        return IntStream.range(0, requests).mapToObj(i -> desk.submit(new Ask(pool,
                RequestKey.ofService("k" + i, "ab"), Wants.NOTHING, (_, _) -> Deed.Outcome.kept(new Answer(200, "")),
                new Answer(422, "")))).toList();
    }

    private List<Map<PoolId, Integer>> written(List<CompletableFuture<Answer>> answers) {
        gate.countDown();
        assertThat(first.join().status()).isEqualTo(200);
        answers.forEach(answer -> assertThat(answer.join().status()).isEqualTo(200));
        desk.close();
        assertThat(turns.written.getFirst()).isEqualTo(Map.of(HOT, 1));
        return turns.written.subList(1, turns.written.size());
    }

    @Test
    void a_turn_takes_the_most_requests_and_the_rest_waits_for_the_next() {
        assertThat(written(ask(HOT, 250))).containsExactly(Map.of(HOT, 100), Map.of(HOT, 100), Map.of(HOT, 50));
    }

    @Test
    void whoever_comes_after_a_crowd_of_another_pool_is_in_the_next_turn() {
        List<CompletableFuture<Answer>> answers = new ArrayList<>(ask(HOT, 250));
        PoolId late = new PoolId(2);
        answers.addAll(ask(late, 1));

        assertThat(written(answers)).containsExactly(Map.of(late, 1, HOT, 99), Map.of(HOT, 100), Map.of(HOT, 51));
    }

    @Test
    void two_crowds_take_turns() {
        PoolId other = new PoolId(2);
        List<CompletableFuture<Answer>> answers = new ArrayList<>(ask(HOT, 150));
        answers.addAll(ask(other, 250));

        assertThat(written(answers)).containsExactly(Map.of(other, 100), Map.of(HOT, 100), Map.of(other, 100),
                Map.of(HOT, 50, other, 50));
    }

    @Test
    void a_transaction_takes_no_more_pools_than_it_may_and_the_others_are_next() {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        IntStream.rangeClosed(2, 5).forEach(id -> answers.addAll(ask(new PoolId(id), 1)));
        answers.addAll(ask(HOT, 1));

        assertThat(written(answers)).containsExactly(
                Map.of(new PoolId(2), 1, new PoolId(3), 1, new PoolId(4), 1), Map.of(new PoolId(5), 1, HOT, 1));
    }
}
