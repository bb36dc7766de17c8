package scrip.application.pool;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Hold;
import scrip.domain.pool.Loaded;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Reply;
import scrip.domain.pool.Terms;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The desk: concurrency ends here, each caller gets its own answer, and nobody's trouble is somebody else's. */
class DeskTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final PoolId POOL = new PoolId(1);
    private static final PoolId OTHER = new PoolId(2);
    private static final Terms TERMS = new Terms(Credits.of(500), Duration.ofDays(30));
    private static final Answer REUSED = new Answer(422, "reused");

    private final InMemoryPoolStore store = new InMemoryPoolStore();
    private final List<Desk> desks = new ArrayList<>();

    DeskTest() {
        store.create(CreditPool.open(POOL, NOW));
        store.create(CreditPool.open(OTHER, NOW));
    }

    @AfterEach
    void closeDesks() {
        desks.forEach(Desk::close);
    }

    private Desk desk(PoolStore on, Desk.Limits limits) {
        Desk desk = new Desk(on, () -> NOW, TERMS, limits);
        desks.add(desk);
        return desk;
    }

    private Desk desk() {
        return desk(store, Desk.Limits.DEFAULT);
    }

    private static Work work() {
        return new Work("query", "ada@example.com", false, null);
    }

    private static Ask charging(PoolId pool, String key, String fingerprint, long credits) {
        Command command = new Command.MakeCharge(work(), Credits.of(credits), Receipt.REPORTED, false);
        return new Ask(pool, new RequestKey(key, fingerprint), Wants.NOTHING, (turn, _) -> {
            Reply reply = turn.decide(command);
            return Deed.Outcome.kept(new Answer(reply instanceof Reply.Charged ? 201 : 402, key));
        }, REUSED);
    }

    private Credits available(PoolId pool) {
        return store.read(pool, NOW).orElseThrow().pool().at(NOW, TERMS, Loaded.NOTHING).available();
    }

    @Test
    void of_many_charges_at_once_exactly_as_many_are_granted_as_there_are_credits() {
        List<Desk> nodes = List.of(desk(), desk(), desk());

        List<CompletableFuture<Answer>> answers = IntStream.range(0, 600)
                .mapToObj(i -> nodes.get(i % 3).submit(charging(POOL, "k" + i, "f", 1))).toList();

        assertThat(answers.stream().map(CompletableFuture::join).filter(answer -> answer.status() == 201)).hasSize(500);
        assertThat(available(POOL)).isEqualTo(Credits.ZERO);
    }

    @Test
    void the_same_key_moves_credits_once_and_is_answered_the_same_again() {
        Desk desk = desk();

        List<Answer> answers = IntStream.range(0, 50).mapToObj(_ -> desk.submit(charging(POOL, "k", "f", 10))).toList()
                .stream().map(CompletableFuture::join).toList();

        assertThat(answers).filteredOn(answer -> !answer.replayed()).hasSize(1);
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(available(POOL)).isEqualTo(Credits.of(490));
    }

    @Test
    void the_same_key_for_another_request_is_refused() {
        Desk desk = desk();
        desk.ask(charging(POOL, "k", "f", 10));

        assertThat(desk.ask(charging(POOL, "k", "g", 10))).isEqualTo(REUSED);
        assertThat(desk.ask(charging(OTHER, "k", "g", 10)).status()).as("another pool's key").isEqualTo(201);
    }

    @Test
    void a_deed_that_breaks_the_machine_is_answered_and_the_writer_lives_on() {
        Desk desk = desk(store, new Desk.Limits(1, 100, 100, 10, 3));

        CompletableFuture<Answer> broken = desk.submit(Ask.unkeyed(POOL, Wants.NOTHING, (_, _) -> {
            throw new StackOverflowError("too deep");
        }));

        assertThat(broken).failsWithin(Duration.ofSeconds(10)).withThrowableThat()
                .havingRootCause().isInstanceOf(StackOverflowError.class);
        assertThat(desk.submit(charging(POOL, "k", "f", 10))).succeedsWithin(Duration.ofSeconds(10))
                .extracting(Answer::status).isEqualTo(201);
        desk.close();
        assertThat(desk.waiting()).isZero();
    }

    @Test
    void a_deed_that_throws_harms_no_neighbour() {
        CountDownLatch gate = new CountDownLatch(1);
        Desk desk = desk(store, new Desk.Limits(1, 100, 100, 10, 3));
        CompletableFuture<Answer> first = desk.submit(blocked(gate));
        CompletableFuture<Answer> good = desk.submit(charging(POOL, "good", "f", 10));
        CompletableFuture<Answer> bad = desk.submit(Ask.unkeyed(POOL, Wants.NOTHING, (turn, _) -> {
            turn.decide(new Command.MakeCharge(work(), Credits.of(100), Receipt.REPORTED, false));
            throw new IllegalStateException("a bug");
        }));
        CompletableFuture<Answer> alsoGood = desk.submit(charging(POOL, "also", "f", 10));
        gate.countDown();

        assertThat(first.join().status()).isEqualTo(200);
        assertThat(good.join().status()).isEqualTo(201);
        assertThat(alsoGood.join().status()).isEqualTo(201);
        assertThatThrownBy(bad::join).isInstanceOf(CompletionException.class).hasRootCauseMessage("a bug");
        assertThat(available(POOL)).as("what the failing deed did first is undone").isEqualTo(Credits.of(480));
    }

    @Test
    void a_lost_transaction_is_tried_again_and_its_callers_do_not_notice() {
        Failing losing = new Failing(store, 2, () -> new ConflictException("deadlock", new IllegalStateException()));

        Answer answer = desk(losing, Desk.Limits.DEFAULT).ask(charging(POOL, "k", "f", 10));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(available(POOL)).isEqualTo(Credits.of(490));
    }

    @Test
    void a_store_that_cannot_be_reached_refuses_and_takes_nothing() {
        Failing down = new Failing(store, 1, () -> new UnavailableException("down", null));
        Desk desk = desk(down, Desk.Limits.DEFAULT);

        assertThatThrownBy(() -> desk.ask(charging(POOL, "k", "f", 10))).isInstanceOf(UnavailableException.class);
        assertThat(desk.ask(charging(POOL, "k", "f", 10)).replayed()).as("the same key may be tried again").isFalse();
    }

    @Test
    void a_conflict_that_does_not_end_becomes_a_refusal() {
        Failing losing = new Failing(store, 100,
                () -> new ConflictException("deadlock", new IllegalStateException()));

        assertThatThrownBy(() -> desk(losing, new Desk.Limits(1, 10, 10, 10, 3)).ask(charging(POOL, "k", "f", 10)))
                .isInstanceOf(UnavailableException.class);
        assertThat(losing.tries.get()).isEqualTo(3);
    }

    @Test
    void a_pool_that_cannot_be_decided_harms_no_other_pool_of_its_transaction() {
        CountDownLatch gate = new CountDownLatch(1);
        Failing broken = new Failing(store, 0, () -> new IllegalStateException());
        broken.corrupt = OTHER;
        Desk desk = desk(broken, new Desk.Limits(1, 100, 100, 10, 3));
        CompletableFuture<Answer> first = desk.submit(blocked(gate));
        CompletableFuture<Answer> bad = desk.submit(charging(OTHER, "k", "f", 10));
        CompletableFuture<Answer> good = desk.submit(charging(POOL, "k", "f", 10));
        gate.countDown();

        assertThat(first.join().status()).isEqualTo(200);
        assertThat(good.join().status()).isEqualTo(201);
        assertThatThrownBy(bad::join).hasRootCauseMessage("corrupt");
    }

    @Test
    void past_the_backlog_requests_are_refused_instead_of_waiting() {
        CountDownLatch gate = new CountDownLatch(1);
        Desk desk = desk(store, new Desk.Limits(1, 2, 10, 10, 3));
        CompletableFuture<Answer> running = desk.submit(blocked(gate));
        CompletableFuture<Answer> waiting = desk.submit(charging(POOL, "k1", "f", 1));

        assertThatThrownBy(() -> desk.ask(charging(POOL, "k2", "f", 1))).isInstanceOf(UnavailableException.class);
        gate.countDown();
        assertThat(running.join().status()).isEqualTo(200);
        assertThat(waiting.join().status()).isEqualTo(201);
    }

    @Test
    void closing_answers_what_was_taken_and_refuses_what_comes() {
        CountDownLatch gate = new CountDownLatch(1);
        Desk desk = desk(store, new Desk.Limits(1, 10, 10, 10, 3));
        CompletableFuture<Answer> running = desk.submit(blocked(gate));
        CompletableFuture<Answer> waiting = desk.submit(charging(POOL, "k", "f", 1));
        gate.countDown();
        desk.close();

        assertThat(running).isCompleted();
        assertThat(waiting).isCompletedWithValueMatching(answer -> answer.status() == 201);
        assertThatThrownBy(() -> desk.ask(charging(POOL, "late", "f", 1))).isInstanceOf(UnavailableException.class);
    }

    @Test
    void a_request_for_a_pool_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> desk().ask(charging(new PoolId(99), "k", "f", 1)))
                .isInstanceOf(UnavailableException.class);
    }

    /** Keeps the one writer busy until the gate opens, so that what comes next gathers. */
    private static Ask blocked(CountDownLatch gate) {
        return Ask.unkeyed(POOL, Wants.NOTHING, (_, _) -> {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Deed.Outcome.notKept(new Answer(200, ""));
        });
    }

    /** A store that fails some times before it serves, or always for one pool. */
    private static final class Failing implements PoolStore {

        private final PoolStore behind;
        private final int times;
        private final Supplier<RuntimeException> failure;
        private final AtomicInteger tries = new AtomicInteger();
        private PoolId corrupt = new PoolId(Long.MAX_VALUE);

        Failing(PoolStore behind, int times, Supplier<RuntimeException> failure) {
            this.behind = behind;
            this.times = times;
            this.failure = failure;
        }

        @Override
        public void transact(Map<PoolId, Wanted> wanted, InstantSource clock, Function<Locked, Changes> decide) {
            if (tries.incrementAndGet() <= times) {
                throw failure.get();
            }
            behind.transact(wanted, clock, locked -> {
                if (locked.pool().id().equals(corrupt)) {
                    throw new IllegalStateException("corrupt");
                }
                return decide.apply(locked);
            });
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
