package scrip.application.purchase;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import scrip.application.payment.PaymentNews;
import scrip.application.payment.RefundOrder;
import scrip.application.pool.Answer;
import scrip.application.pool.RequestKey;
import scrip.application.promo.Redemption;
import scrip.application.promo.Redemption.State;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.TransferType;
import scrip.domain.pricing.Money;
import scrip.domain.promo.Benefit;
import scrip.domain.promo.Conditions;
import scrip.domain.promo.PromoCode;
import scrip.domain.purchase.Purchase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the application before and after each call that it makes while it redeems a promo code or refunds a purchase:
 * started again, no redemption is lost or left taken, nothing free is credited twice and no money goes back twice.
 */
@DisplayName("Rules 27 and 28: a process that dies between any two steps loses and doubles nothing")
class PromoKillTest {

    private static final String CODE = "SPRING";

    @TestFactory
    Stream<DynamicNode> a_discount() {
        return everyMoment(death -> new Run(death, new Benefit.PercentOff(20)));
    }

    @TestFactory
    Stream<DynamicNode> free_of_charge() {
        return everyMoment(death -> new Run(death, new Benefit.PercentOff(100)));
    }

    @TestFactory
    Stream<DynamicNode> a_refund() {
        return everyMoment(RefundRun::new);
    }

    /** One life with one death. */
    private interface Life {

        /** @param clientTriesAgain whether the client sends his request again, or has gone for good */
        void assertItEndsWell(boolean clientTriesAgain);
    }

    private static Stream<DynamicNode> everyMoment(Function<Death, Life> life) {
        Death alive = new Death(Integer.MAX_VALUE);
        life.apply(alive).assertItEndsWell(true);
        int moments = alive.moments();
        assertThat(moments).as("moments in a life").isGreaterThan(5);
        return Stream.of(true, false).map(again -> DynamicContainer.dynamicContainer(
                again ? "the client tries again" : "the client has gone",
                IntStream.rangeClosed(1, moments).mapToObj(at -> DynamicTest.dynamicTest("killed at moment " + at,
                        () -> life.apply(new Death(at)).assertItEndsWell(again)))));
    }

    /** A process that may die, and its successors in the same world. */
    private abstract static class Mortal implements Life {

        final PurchaseWorld world = new PurchaseWorld();
        private ShopProcess process;

        /** What happens before the process that may die is started. */
        abstract void before(ShopProcess first);

        abstract void live(boolean clientTriesAgain);

        abstract void assertTheEnd(boolean clientTriesAgain);

        private final Death death;

        Mortal(Death death) {
            this.death = death;
        }

        @Override
        public void assertItEndsWell(boolean clientTriesAgain) {
            ShopProcess first = world.start(Death.NEVER);
            before(first);
            first.close();
            process = world.start(death);
            live(clientTriesAgain);
            world.now = world.now.plus(Duration.ofHours(2));
            inTheEnd(now -> now.reconciliation.run());
            inTheEnd(now -> now.promos.sweep());
            inTheEnd(now -> now.refunds.sweep());
            process.close();
            assertTheEnd(clientTriesAgain);
        }

        /** @return whether the process outlived it; if not, another is started */
        boolean survives(Consumer<ShopProcess> work) {
            try {
                work.accept(process);
                return true;
            } catch (Death.Killed killed) {
                process.close();
                process = world.start(Death.NEVER);
                world.now = world.now.plusSeconds(60);
                return false;
            }
        }

        void inTheEnd(Consumer<ShopProcess> work) {
            if (!survives(work)) {
                work.accept(process);
            }
        }

        long credited() {
            return world.pools.entries(PurchaseWorld.POOL).stream()
                    .filter(entry -> entry.transfer().type() == TransferType.PURCHASE).count();
        }
    }

    /** An order with a code that can be redeemed once, paid if there is anything to pay. */
    private static final class Run extends Mortal {

        private final Benefit gives;

        Run(Death death, Benefit gives) {
            super(death);
            this.gives = gives;
        }

        @Override
        void before(ShopProcess first) {
            world.promos.put(new PromoCode(CODE, gives,
                    new Conditions(null, null, 1L, 1L, Credits.ZERO, true), world.now, null));
        }

        private static void order(ShopProcess process) {
            Answer answer = process.order("k", 500, CODE);
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        }

        @Override
        void live(boolean clientTriesAgain) {
            boolean ordered = survives(Run::order);
            if (!ordered && clientTriesAgain) {
                inTheEnd(Run::order);
            }
            if ((ordered || clientTriesAgain) && !world.only().order().total().isZero()) {
                Money due = Money.of(400, "usd");
                byte[] event = world.gateway.delivery(new PaymentNews.CheckoutCompleted(
                        world.gateway.pay(world.only().id(), due, world.now)));
                inTheEnd(now -> now.webhooks.receive(event, "genuine"));
                survives(now -> now.webhooks.work());
            }
        }

        @Override
        void assertTheEnd(boolean clientTriesAgain) {
            List<Purchase> purchases = world.purchases.ofPool(PurchaseWorld.POOL, 9);
            assertThat(purchases).hasSizeLessThanOrEqualTo(1);
            List<State> states = world.promos.redemptions(CODE, 9).stream().map(Redemption::state).toList();
            boolean paid = purchases.stream().anyMatch(purchase -> purchase.payment() != null);
            boolean open = purchases.stream().anyMatch(purchase -> purchase.status() == Purchase.Status.PENDING
                    && purchase.checkout() != null);
            assertThat(states).hasSizeLessThanOrEqualTo(1)
                    .allMatch(state -> state == (paid ? State.KEPT : open ? State.TAKEN : State.RETURNED));
            assertThat(world.promos.find(CODE).orElseThrow().redemptions()).isEqualTo(paid || open ? 1 : 0);
            assertThat(credited()).isEqualTo(paid ? 1 : 0);
            assertThat(world.addOn()).isEqualTo(paid ? Credits.of(500) : Credits.ZERO);
            if (clientTriesAgain) {
                assertThat(paid).isTrue();
            }
        }
    }

    /** A refund by the operator of a purchase that nobody has used. */
    private static final class RefundRun extends Mortal {

        private static final Answer ANSWER = new Answer(200, "");

        RefundRun(Death death) {
            super(death);
        }

        @Override
        void before(ShopProcess first) {
            first.order("k");
            first.tell(new PaymentNews.CheckoutCompleted(world.gateway.pay(world.only().id(), world.now)));
        }

        private void refund(ShopProcess process) {
            process.refunds.refund(new RefundRequest(world.only().id(), new RequestKey("r", "r"), "unused"),
                    outcome -> {
                        if (outcome instanceof RefundOutcome.Refunded || outcome instanceof RefundOutcome.KeyReused) {
                            return ANSWER;
                        }
                        throw new AssertionError(outcome);
                    });
        }

        @Override
        void live(boolean clientTriesAgain) {
            if (!survives(this::refund) && clientTriesAgain) {
                inTheEnd(this::refund);
            }
        }

        @Override
        void assertTheEnd(boolean clientTriesAgain) {
            boolean refunded = world.only().status() == Purchase.Status.REFUNDED;
            assertThat(world.addOn()).isEqualTo(refunded ? Credits.ZERO : Credits.of(500));
            assertThat(world.only().refundPendingSince()).isEmpty();
            assertThat(world.gateway.refunds.stream().map(RefundOrder::key).distinct()).hasSize(refunded ? 1 : 0);
            if (clientTriesAgain) {
                assertThat(refunded).isTrue();
            }
        }
    }
}
