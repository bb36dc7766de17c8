package scrip.application.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scrip.application.pool.Answer;
import scrip.application.pool.KeptAnswer;
import scrip.application.pool.PoolStore.Changes;
import scrip.application.pool.PoolStore.Wanted;
import scrip.application.pool.RequestKey;
import scrip.application.pool.Stores;
import scrip.application.pool.Turns;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Reply;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Receipt;

import static org.assertj.core.api.Assertions.assertThat;

/** What dropping old things keeps to, and the use case on it: what may still be asked for stays. */
public abstract class UpkeepContract {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = START.plus(Duration.ofDays(40));
    private static final Upkeep.Retention RETENTION = new Upkeep.Retention(Duration.ofDays(2), Duration.ofDays(30));

    private Stores stores;
    private UpkeepStore store;
    private Turns turns;
    private PoolId pool;

    protected abstract Stores stores();

    /** Drops from those stores. */
    protected abstract UpkeepStore newStore();

    @BeforeEach
    void openPool() {
        stores = stores();
        store = newStore();
        turns = new Turns(stores.pools());
        pool = stores.nextId();
        stores.create(CreditPool.open(pool, START));
    }

    private long held(Instant now) {
        Command hold = new Command.PlaceHold(new Work("query", "ada@example.com", false, null), Credits.of(1), null,
                Duration.ofMinutes(15));
        return ((Reply.Held) turns.take(pool, now, hold).reply()).hold().number();
    }

    private void keep(Instant now, String... keys) {
        turns.keep(pool, now, Turns.NOTHING, locked -> {
            Changes changes = Turns.decide(locked);
            List<KeptAnswer> answers = java.util.Arrays.stream(keys)
                    .map(key -> new KeptAnswer(new RequestKey(key, "ab".repeat(32)), new Answer(200, "{}"), now))
                    .toList();
            return new Changes(changes.decision(), changes.entries(), answers, List.of());
        });
    }

    private Set<String> kept() {
        Wanted wanted = new Wanted(Set.of("a", "b", "c", "d"), Set.of(), Set.of(), Set.of());
        return turns.look(pool, LATER, wanted).answers().keySet();
    }

    private Map<Long, Hold.Status> statesOf(long... numbers) {
        Map<Long, Hold.Status> states = new java.util.TreeMap<>();
        for (long number : numbers) {
            Optional<Hold> hold = stores.pools().hold(pool, number);
            hold.ifPresent(found -> states.put(number, found.status()));
        }
        return states;
    }

    @Test
    void answers_kept_before_the_time_go_oldest_first_and_no_more_than_asked_for() {
        keep(START, "a");
        keep(START.plusSeconds(1), "b");
        keep(START.plusSeconds(2), "c");
        keep(START.plusSeconds(3), "d");

        assertThat(store.dropAnswers(START.plusSeconds(3), 2)).isEqualTo(2);
        assertThat(kept()).containsExactlyInAnyOrder("c", "d");
        assertThat(store.dropAnswers(START.plusSeconds(3), 2)).isEqualTo(1);
        assertThat(store.dropAnswers(START.plusSeconds(3), 2)).isZero();
        assertThat(kept()).containsExactly("d");
    }

    @Test
    void settled_and_released_holds_go_after_their_time_and_open_and_lapsed_ones_stay() {
        long settled = held(START);
        long released = held(START);
        long lapsed = held(START);
        turns.take(pool, START.plusSeconds(1), new Command.Settle(settled, Credits.of(1), Receipt.REPORTED),
                new Command.Release(released));
        Instant shortlyBefore = LATER.minus(Duration.ofMinutes(5));
        long recent = held(shortlyBefore);
        long open = held(shortlyBefore);
        turns.take(pool, shortlyBefore, new Command.Release(recent));

        new Upkeep(store, () -> LATER, RETENTION).run();

        assertThat(statesOf(settled, released, lapsed, recent, open)).containsOnly(
                Map.entry(lapsed, Hold.Status.LAPSED), Map.entry(recent, Hold.Status.RELEASED),
                Map.entry(open, Hold.Status.HELD));
        Reply late = turns.take(pool, LATER, new Command.Settle(lapsed, Credits.of(1), Receipt.REPORTED)).reply();
        assertThat(late).as("rule 16").isInstanceOf(Reply.Charged.class);
    }

    @Test
    void holds_are_looked_through_in_parts() {
        long first = held(START);
        long second = held(START);
        long third = held(START);
        turns.take(pool, START, new Command.Release(first), new Command.Release(second), new Command.Release(third));

        UpkeepStore.Progress progress = store.dropHolds(pool, 0, LATER, 2);
        assertThat(progress).isEqualTo(new UpkeepStore.Progress(2, second, true));
        assertThat(store.dropHolds(pool, progress.last(), LATER, 2))
                .isEqualTo(new UpkeepStore.Progress(1, third, false));
        assertThat(statesOf(first, second, third)).isEmpty();
    }

    @Test
    void where_holds_are_too_young_nothing_more_is_looked_through() {
        long young = held(START);
        held(START);

        assertThat(store.dropHolds(pool, 0, START, 1)).isEqualTo(new UpkeepStore.Progress(0, young, false));
    }

    @Test
    void pools_come_in_pages() {
        PoolId next = stores.nextId();
        stores.create(CreditPool.open(next, START));

        assertThat(store.pools(pool.value() - 1, 2)).containsExactly(pool, next);
        assertThat(store.pools(pool.value(), 1)).containsExactly(next);
        assertThat(store.pools(next.value(), 1)).isEmpty();
    }

    @Test
    void answers_live_as_long_as_they_are_promised() {
        keep(LATER.minus(Duration.ofDays(2)), "a");
        keep(LATER.minus(Duration.ofDays(2)).minusNanos(1000), "b");

        new Upkeep(store, () -> LATER, RETENTION).run();

        assertThat(kept()).containsExactly("a");
    }
}
