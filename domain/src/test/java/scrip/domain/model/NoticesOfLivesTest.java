package scrip.domain.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.notice.Notice;
import scrip.domain.pool.Command;
import scrip.domain.pool.PoolId;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 31 over random lives of pools; a failure names its seed, as in {@link ModelTest}. */
@DisplayName("Rule 31: notices, whatever happens")
class NoticesOfLivesTest {

    private static final long SEED = Long.getLong("scrip.model.seed", 31);
    private static final int SEQUENCES = Integer.getInteger("scrip.model.sequences", 300);
    private static final int STEPS = 150;

    @Test
    void each_is_given_once_when_it_becomes_true_and_again_only_when_armed_again() {
        LongStream.range(SEED, SEED + SEQUENCES).parallel().forEach(seed -> {
            Life life = new Life(seed);
            NaiveNotices expected = new NaiveNotices(life.duel.pool());
            for (int step = 0; step < STEPS; step++) {
                Instant now = life.next();
                List<Command> commands = new ArrayList<>(List.of(new Command.Touch()));
                commands.addAll(life.commands(now));
                for (Command command : commands) {
                    int before = life.duel.notices().size();
                    life.duel.play(now, List.of(command));
                    assertThat(words(life.duel.notices().subList(before, life.duel.notices().size())))
                            .as("seed %d, step %d, after%n%s", seed, step, life.duel.story())
                            .containsExactlyInAnyOrderElementsOf(expected.after(command, life.duel.pool()));
                }
            }
            checkOrder(life.duel.notices());
        });
    }

    @Test
    void commands_that_share_a_turn_lead_to_the_notices_that_they_lead_to_one_by_one() {
        LongStream.range(SEED, SEED + SEQUENCES).parallel().forEach(seed -> {
            Life together = new Life(seed);
            Life apart = new Life(seed);
            for (int step = 0; step < STEPS; step++) {
                Instant now = together.next();
                List<Command> commands = together.commands(now);
                together.duel.play(now, commands);
                commands.forEach(command -> apart.duel.play(now, List.of(command)));
                assertThat(apart.duel.notices()).as("seed %d, step %d", seed, step)
                        .isEqualTo(together.duel.notices());
            }
        });
    }

    /** Touched whenever it asks for it, a pool tells of everything that time brings at the instant it brings it. */
    @Test
    void a_pool_says_when_it_has_to_be_touched_next() {
        LongStream.range(SEED, SEED + SEQUENCES).parallel().forEach(seed -> {
            Life life = new Life(seed);
            for (int step = 0; step < STEPS; step++) {
                Instant now = life.next();
                for (Instant at = life.duel.pool().told().nextAt(); at != null && at.isBefore(now); at = life.duel
                        .pool().told().nextAt()) {
                    assertThat(at).isAfter(life.duel.pool().asOf());
                    life.duel.play(at, List.of(new Command.Touch()));
                }
                int before = life.duel.notices().size();
                life.duel.play(now, List.of(new Command.Touch()));
                assertThat(life.duel.notices().subList(before, life.duel.notices().size()))
                        .as("seed %d, step %d", seed, step).allSatisfy(late -> assertThat(late.at()).isEqualTo(now));
                life.duel.play(now, life.commands(now));
            }
        });
    }

    private static void checkOrder(List<Notice> notices) {
        for (int i = 0; i < notices.size(); i++) {
            assertThat(notices.get(i).number()).isEqualTo(i + 1);
        }
    }

    private static List<String> words(List<Notice> notices) {
        return notices.stream().map(notice -> NaiveNotices.word(notice.matter())).toList();
    }

    /** A random life, the same for the same seed. */
    private static final class Life {

        private final RandomLife random;
        private final Duel duel;

        Life(long seed) {
            SplittableRandom source = new SplittableRandom(seed);
            random = new RandomLife(source, "B");
            duel = new Duel(new PoolId(1), random.birth(), source.nextInt(3) == 0 ? 0 : 100);
        }

        Instant next() {
            Instant drawn = random.next(duel);
            return drawn.isBefore(duel.pool().asOf()) ? duel.pool().asOf() : drawn;
        }

        List<Command> commands(Instant now) {
            return random.commands(duel, now);
        }
    }
}
