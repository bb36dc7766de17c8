package scrip.domain.model;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;

/** Random lives, looked back at. {@code -Dscrip.model.past=100000} looks back at more. */
class PastOfLivesTest {

    private static final long SEED = Long.getLong("scrip.model.seed", 20260610);
    private static final int LIVES = Integer.getInteger("scrip.model.past", 400);

    @Test
    @DisplayName("Rule 30: every balance is told as it stood, and late payments count from when they were made")
    void every_balance_of_the_past_is_told_as_it_stood() {
        LongStream.range(SEED, SEED + LIVES).parallel().forEach(seed -> {
            ShownLife life = new ShownLife(new PoolId(1), seed);
            Own own = new Own(life.duel());
            life.live(own, 120).compare(own);
        });
    }

    /** The domain alone, which is asked by the duel itself. */
    private record Own(Duel duel) implements ShownLife.Place {

        @Override
        public void play(Instant now, List<Command> commands) {}

        @Override
        public CreditPool look(Instant instant) {
            return duel.look(instant);
        }

        @Override
        public CreditPool past(Instant instant) {
            return duel.past(instant);
        }
    }
}
