package scrip.application.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scrip.application.pool.InMemoryStores;
import scrip.application.pool.PoolStore;
import scrip.application.pool.Turns;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Receipt;

import static org.assertj.core.api.Assertions.assertThat;

class LiveBalancesTest {

    private static final Instant T = Instant.parse("2026-03-01T12:00:00Z");
    private static final Work WORK = new Work("query", "ada@nexus.test", false, null);

    private final InMemoryStores stores = new InMemoryStores();
    private final Turns turns = new Turns(stores.pools());
    private final PoolId pool = stores.nextId();
    private final List<String> told = new ArrayList<>();
    private Instant now = T;
    private final LiveBalances live = new LiveBalances(new InMemoryPoolMarks(stores.pools()), stores.pools(),
            () -> now, Terms.DEFAULT);

    @BeforeEach
    void aPoolWithAHundredCredits() {
        stores.create(CreditPool.open(pool, T));
        turns.take(pool, T, new Command.Touch());
    }

    private LiveBalances.Listening listen() {
        return live.listen(pool, balance -> told.add(balance.available().toString()));
    }

    private void hold(int credits, Duration life) {
        turns.take(pool, now, new Command.PlaceHold(WORK, Credits.of(credits), null, life));
    }

    @Test
    void who_listens_is_told_how_it_stands_and_of_each_change_once() {
        listen();
        live.look();
        live.look();
        hold(40, Duration.ofMinutes(5));
        live.look();
        live.look();

        assertThat(told).containsExactly("100", "60");
    }

    @Test
    void what_time_alone_brings_about_is_told_too() {
        hold(40, Duration.ofMinutes(5));
        listen();
        live.look();
        now = T.plus(Duration.ofMinutes(5));
        live.look();
        now = T.plus(Duration.ofDays(30));
        live.look();

        assertThat(told).containsExactly("60", "100");
    }

    @Test
    void a_renewal_is_told_though_nobody_touches_the_pool() {
        turns.take(pool, now, new Command.MakeCharge(WORK, Credits.of(30), Receipt.REPORTED, false));
        listen();
        live.look();
        now = Instant.parse("2026-04-01T12:00:00Z");
        live.look();

        assertThat(told).containsExactly("70", "100");
    }

    @Test
    void who_has_ended_listening_is_told_nothing_more() {
        LiveBalances.Listening mine = listen();
        listen();
        live.look();
        mine.end();
        mine.end();
        hold(10, Duration.ofMinutes(5));
        live.look();

        assertThat(told).containsExactly("100", "100", "90");
    }

    @Test
    void who_comes_later_is_told_how_it_stands_and_the_others_nothing_new() {
        listen();
        live.look();
        live.listen(pool, balance -> told.add("later " + balance.available()));
        live.look();
        live.look();

        assertThat(told).containsExactly("100", "later 100");
    }

    @Test
    void a_listener_that_fails_is_told_again_and_keeps_nobody_else_from_being_told() {
        PoolId other = stores.nextId();
        stores.create(CreditPool.open(other, T));
        for (PoolId each : List.of(pool, other)) {
            live.listen(each, _ -> {
                told.add("tried");
                throw new IllegalStateException("broken");
            });
        }
        listen();

        live.look();
        live.look();

        assertThat(told).containsExactlyInAnyOrder("tried", "tried", "100", "tried", "tried");
    }

    @Test
    void a_pool_that_cannot_be_read_keeps_no_other_from_being_told() {
        PoolId broken = stores.nextId();
        stores.create(CreditPool.open(broken, T));
        PoolStore damaged = new FailingReads(stores.pools(), broken);
        LiveBalances onDamaged = new LiveBalances(new InMemoryPoolMarks(stores.pools()), damaged, () -> now,
                Terms.DEFAULT);
        onDamaged.listen(broken, balance -> told.add("never"));
        onDamaged.listen(pool, balance -> told.add(balance.available().toString()));

        onDamaged.look();

        assertThat(told).containsExactly("100");
    }

    /** Reads all pools but one, whose row is damaged. */
    private record FailingReads(PoolStore store, PoolId damaged) implements PoolStore {

        @Override
        public void transact(Map<PoolId, Wanted> wanted, InstantSource clock, Function<Locked, Changes> decide) {
            store.transact(wanted, clock, decide);
        }

        @Override
        public Optional<Unlocked> read(PoolId id, Instant at) {
            if (id.equals(damaged)) {
                throw new IllegalArgumentException("a damaged row");
            }
            return store.read(id, at);
        }

        @Override
        public Optional<Hold> hold(PoolId id, long number) {
            return store.hold(id, number);
        }
    }

    @Test
    void a_pool_that_is_not_there_is_passed_over() {
        live.listen(stores.nextId(), balance -> told.add("never"));
        live.look();

        assertThat(told).isEmpty();
        assertThat(live.now(pool).orElseThrow().available()).isEqualTo(Credits.of(100));
    }
}
