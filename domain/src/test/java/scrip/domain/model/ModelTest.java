package scrip.domain.model;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import scrip.domain.pool.PoolId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Long random lives of a pool, in the domain and in a naive second telling of the rules. After every step both have the
 * same balances, the books are in order and no credit is used twice; at the end the verifier is content.
 *
 * <p>
 * A failure names its seed: {@code -Dscrip.model.seed=SEED -Dscrip.model.sequences=1} runs it again, and
 * {@code -Dscrip.model.sequences=1000000} runs far more.
 */
class ModelTest {

    private static final long SEED = Long.getLong("scrip.model.seed", 20260101);
    private static final int SEQUENCES = Integer.getInteger("scrip.model.sequences", 4000);
    private static final int STEPS = Integer.getInteger("scrip.model.steps", 200);

    @Test
    void the_domain_and_a_naive_model_of_the_rules_agree_whatever_happens() {
        LongStream.range(SEED, SEED + SEQUENCES).parallel().forEach(ModelTest::live);
    }

    private static void live(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomLife life = new RandomLife(random, "B");
        Duel duel = new Duel(new PoolId(1), life.birth(), random.nextInt(3) == 0 ? 0 : 100);
        int step = 0;
        try {
            for (; step < STEPS; step++) {
                Instant now = life.next(duel);
                duel.play(now, life.commands(duel, now));
            }
            assertThat(duel.kept().audit()).as("what the verifier finds").isEmpty();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed %d, step %d, after%n%s".formatted(seed, step, duel.story()), e);
        }
    }
}
