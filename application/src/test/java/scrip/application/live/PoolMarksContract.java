package scrip.application.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scrip.application.live.PoolMarks.Mark;
import scrip.application.pool.Stores;
import scrip.application.pool.Turns;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Reply;
import scrip.domain.pool.Work;

import static org.assertj.core.api.Assertions.assertThat;

/** What every port that tells whether pools have changed must do. */
public abstract class PoolMarksContract {

    private static final Instant T = Instant.parse("2026-03-01T12:00:00Z");
    private static final Work WORK = new Work("query", "ada@nexus.test", false, null);

    private PoolMarks marks;
    private Turns turns;
    private PoolId pool;

    protected abstract Stores stores();

    protected abstract PoolMarks newMarks();

    @BeforeEach
    void aPoolOfTheFreePlan() {
        marks = newMarks();
        turns = new Turns(stores().pools());
        pool = aPool();
    }

    private PoolId aPool() {
        PoolId id = stores().nextId();
        stores().create(CreditPool.open(id, T));
        turns.take(id, T, new Command.Touch());
        return id;
    }

    private Mark mark(Instant now) {
        return marks.of(List.of(pool), now).get(pool);
    }

    private void hold(Instant at, Duration life) {
        assertThat(turns.take(pool, at, new Command.PlaceHold(WORK, Credits.of(10), null, life)).replies())
                .hasOnlyElementsOfType(Reply.Held.class);
    }

    @Test
    void a_mark_stays_as_long_as_nothing_is_written() {
        assertThat(mark(T.plusSeconds(1))).isEqualTo(mark(T.plusSeconds(3600)));
    }

    @Test
    void a_mark_changes_with_every_turn_that_moves_credits() {
        Mark before = mark(T);
        hold(T.plusSeconds(1), Duration.ofMinutes(5));

        assertThat(mark(T.plusSeconds(1))).isNotEqualTo(before);
    }

    @Test
    void a_mark_changes_when_a_hold_lapses_whether_or_not_that_is_written() {
        hold(T, Duration.ofMinutes(5));
        Mark open = mark(T.plusSeconds(299));

        assertThat(mark(T.plusSeconds(300))).isNotEqualTo(open);
        assertThat(mark(T.plusSeconds(300)).due()).isEqualTo(1);
    }

    @Test
    void many_pools_are_told_of_at_once_and_those_that_are_not_there_are_left_out() {
        PoolId other = aPool();
        PoolId nobody = stores().nextId();

        assertThat(marks.of(List.of(pool, other, nobody), T)).containsOnlyKeys(pool, other);
    }
}
