package scrip.application.topup;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import scrip.application.purchase.Death;
import scrip.domain.credit.Credits;
import scrip.domain.pool.PoolId;
import scrip.domain.purchase.Purchase;
import scrip.domain.topup.AutoTopUp;

import static org.assertj.core.api.Assertions.assertThat;

/** Kills a node before and after each call that it makes while it tops a pool up; another one takes it up. */
@DisplayName("An automatic top-up that a process dies over is charged and credited once")
class TopUpKillTest {

    private static final PoolId POOL = new PoolId(1);

    @TestFactory
    Stream<DynamicTest> wherever_it_dies() {
        Death alive = new Death(Integer.MAX_VALUE);
        live(alive);
        assertThat(alive.moments()).as("moments in a top-up").isGreaterThan(15);
        return IntStream.rangeClosed(1, alive.moments())
                .mapToObj(at -> DynamicTest.dynamicTest("killed at moment " + at, () -> live(new Death(at))));
    }

    private static void work(TopUpWorld.Node mortal) {
        try {
            mortal.topUps.work();
        } catch (Death.Killed killed) {
            // Another node takes it up.
        }
    }

    private static void live(Death death) {
        TopUpWorld world = new TopUpWorld();
        try (TopUpWorld.Node before = world.start(Death.NEVER)) {
            world.fill(POOL, before);
        }
        try (TopUpWorld.Node mortal = world.start(death)) {
            work(mortal);
        }
        try (TopUpWorld.Node another = world.start(Death.NEVER)) {
            for (int minute = 0; minute < 3; minute++) {
                world.now = world.now.plus(Duration.ofMinutes(1));
                another.topUps.work();
            }
            assertThat(world.gateway.charged()).isEqualTo(1);
            assertThat(world.purchases.ofPool(POOL, 9)).extracting(Purchase::status)
                    .containsExactly(Purchase.Status.PAID);
            assertThat(another.balances.now(POOL).orElseThrow().stock().addOn().available())
                    .isEqualTo(Credits.of(500));
            assertThat(another.cards.of(POOL).progress().outcome()).isEqualTo(AutoTopUp.Outcome.PAID);
            assertThat(world.discrepancies.since(Instant.EPOCH, 9)).isEmpty();
        }
    }
}
