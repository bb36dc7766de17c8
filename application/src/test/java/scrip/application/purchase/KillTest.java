package scrip.application.purchase;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.PaymentNews;
import scrip.application.pool.Answer;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.TransferType;
import scrip.domain.purchase.Purchase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the application between every two steps of a purchase: before and after each call of a store, of the inbox and of
 * the gateway, from the order to the event that is done. Started again, it ends paid and credited once, or not charged.
 */
@DisplayName("Rules 25 and 26: a process that dies between any two steps of a purchase loses and doubles nothing")
class KillTest {

    /** What the world outside does about it. */
    enum Outside {
        /** The client sends his order again, and the gateway its event. */
        TRIES_AGAIN,
        /** The client has gone for good; the gateway sends its event again. */
        CLIENT_GONE,
        /** The gateway never sends an event again: only reconciliation can find it. */
        GATEWAY_SILENT
    }

    @TestFactory
    Stream<DynamicNode> wherever_it_dies_it_ends_paid_and_credited_once_or_not_charged() {
        int moments = momentsOfALife();
        assertThat(moments).as("moments in a purchase").isGreaterThan(15);
        return Stream.of(Outside.values()).map(outside -> DynamicContainer.dynamicContainer(outside.name(),
                IntStream.rangeClosed(1, moments).mapToObj(at -> DynamicTest.dynamicTest("killed at moment " + at,
                        () -> new Run(new Death(at), outside).assertItEndsWell()))));
    }

    private static int momentsOfALife() {
        Death alive = new Death(Integer.MAX_VALUE);
        new Run(alive, Outside.TRIES_AGAIN).assertItEndsWell();
        return alive.moments();
    }

    @Test
    void the_run_of_one_who_is_not_killed_is_paid() {
        Run run = new Run(new Death(Integer.MAX_VALUE), Outside.TRIES_AGAIN);

        run.assertItEndsWell();

        assertThat(run.world.only().status()).isEqualTo(Purchase.Status.PAID);
    }

    /** One purchase with one death. */
    private static final class Run {

        private final PurchaseWorld world = new PurchaseWorld();
        private final Outside outside;
        private ShopProcess process;
        private boolean paid;

        Run(Death death, Outside outside) {
            this.outside = outside;
            process = world.start(death);
        }

        /** Does it; if the process dies over it, another is started. */
        private boolean survives(Runnable work) {
            try {
                work.run();
                return true;
            } catch (Death.Killed killed) {
                process.close();
                process = world.start(Death.NEVER);
                world.now = world.now.plusSeconds(60);
                return false;
            }
        }

        private void order() {
            Answer answer = process.order("k");
            assertThat(answer.status()).isEqualTo(201);
        }

        private void live() {
            boolean ordered = survives(this::order);
            if (!ordered && outside == Outside.CLIENT_GONE) {
                return;
            }
            if (!ordered) {
                order();
            }
            CheckoutState state = world.gateway.pay(world.only().id(), world.now);
            paid = true;
            byte[] event = world.gateway.delivery(new PaymentNews.CheckoutCompleted(state));
            boolean acknowledged = survives(() -> process.webhooks.receive(event, "genuine"));
            if (!acknowledged && outside != Outside.GATEWAY_SILENT) {
                process.webhooks.receive(event, "genuine");
            }
            survives(this::workOff);
        }

        private void inTheEnd(Runnable work) {
            if (!survives(work)) {
                work.run();
            }
        }

        private void workOff() {
            while (process.webhooks.work() > 0) {
                world.now = world.now.plusSeconds(1);
            }
        }

        void assertItEndsWell() {
            try {
                live();
                inTheEnd(this::workOff);
                world.now = world.now.plus(Duration.ofHours(2));
                inTheEnd(() -> process.reconciliation.run());
                inTheEnd(this::workOff);
                assertTheEnd();
            } finally {
                process.close();
            }
        }

        private void assertTheEnd() {
            long credited = world.pools.entries(PurchaseWorld.POOL).stream()
                    .filter(entry -> entry.transfer().type() == TransferType.PURCHASE).count();
            if (paid) {
                assertThat(world.only().status()).isEqualTo(Purchase.Status.PAID);
                assertThat(world.addOn()).isEqualTo(Credits.of(500));
                assertThat(credited).as("entries that credit it").isEqualTo(1);
            } else {
                assertThat(world.purchases.ofPool(PurchaseWorld.POOL, 9)).extracting(Purchase::status)
                        .isSubsetOf(Purchase.Status.EXPIRED, Purchase.Status.PENDING);
                assertThat(world.addOn()).isEqualTo(Credits.ZERO);
                assertThat(credited).isZero();
            }
            assertThat(world.discrepancies.since(Instant.EPOCH, 9)).isEmpty();
        }
    }
}
