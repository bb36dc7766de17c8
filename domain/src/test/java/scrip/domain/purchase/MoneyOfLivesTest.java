package scrip.domain.purchase;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;
import scrip.domain.pool.AddOn;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Lot;
import scrip.domain.pool.PoolDriver;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Turn;
import scrip.domain.pricing.Money;
import scrip.domain.purchase.Reversals.Dispute;
import scrip.domain.purchase.Reversals.Dispute.State;
import scrip.domain.purchase.Reversals.FailedRefund;

import static org.assertj.core.api.Assertions.assertThat;
import static scrip.domain.pool.PoolFixture.aPool;

/**
 * Random lives of a pool whose purchases are paid back by the gateway and by the operator, claimed back by banks, and put back:
 * the books are in order after every step, the end of the add-on pool follows the purchases that stand, and once all money is
 * here again so is every purchase whose year runs. A failure names its seed.
 */
@DisplayName("Rules 9, 28 and 29 whatever becomes of the money")
class MoneyOfLivesTest {

    private static final long SEED = Long.getLong("scrip.model.seed", 20260101);
    private static final int LIVES = 200;
    private static final int STEPS = 50;
    private static final int CENTS = 1_000;

    @Test
    void the_books_stay_in_order_and_what_comes_back_is_there_again() {
        for (long seed = SEED; seed < SEED + LIVES; seed++) {
            Life life = new Life(new SplittableRandom(seed));
            try {
                life.live();
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed %d, after%n%s".formatted(seed, String.join("\n", life.story)), e);
            }
        }
    }

    /** A purchase, and its money as the gateway has it. */
    private static final class Bought {

        private Purchase purchase;
        private long back;
        private final List<Refund> refunds = new ArrayList<>();

        Bought(Purchase purchase) {
            this.purchase = purchase;
        }

        private record Refund(String id, long cents) {}
    }

    private static final class Life {

        private final SplittableRandom random;
        private final PoolDriver pool = aPool().withMonthly(50).open();
        private final List<Bought> all = new ArrayList<>();
        private final List<String> story = new ArrayList<>();
        private int ids;

        Life(SplittableRandom random) {
            this.random = random;
        }

        void live() {
            for (int step = 0; step < STEPS; step++) {
                pool.pass(random.nextInt(3) == 0 ? Duration.ofDays(random.nextInt(120)) : Duration.ofMinutes(1));
                story.add(pool.now().toString());
                act();
                theEndFollowsWhatStands();
            }
            allMoneyComesBack();
            assertThat(pool.kept().withPurchases(all.stream().map(bought -> bought.purchase).toList()).audit())
                    .as("what the verifier finds").isEmpty();
        }

        private void act() {
            switch (all.isEmpty() ? 0 : random.nextInt(8)) {
                case 0, 1 -> buy();
                case 2 -> spend();
                case 3 -> refundByOperator(any());
                case 4 -> fail(any());
                case 5 -> dispute(any(), List.of(State.values()).get(random.nextInt(3)));
                default -> refund(any());
            }
        }

        private Bought any() {
            return all.get(random.nextInt(all.size()));
        }

        private void buy() {
            String id = "P" + ++ids;
            long bonus = random.nextInt(3) == 0 ? 20 : 0;
            story.add("buys " + id);
            Order order = new Order(Credits.of(100), Credits.of(bonus), Money.of(CENTS, "usd"), Money.zero("usd"), null,
                    null, pool.now());
            pool.ask(new Command.CreditPurchase(id, Credits.of(100), Credits.of(bonus), pool.now()));
            all.add(new Bought(Purchase.ordered(id, new PoolId(1), order)
                    .paid(new Purchase.Payment(pool.now(), "pi_" + id, null)).orElseThrow()));
        }

        private void spend() {
            story.add("spends");
            pool.chargeEvenIntoDebt(1 + random.nextInt(150));
        }

        private void refund(Bought of) {
            long left = CENTS - of.back;
            if (left > 0) {
                long cents = random.nextBoolean() ? left : 1 + random.nextLong(left);
                goesBack(of, "re_" + ++ids, cents);
                tell(of, "refund of " + cents, (purchase, turn) -> purchase.refunded(of.back, pool.now(), turn));
            }
        }

        /** The gateway refuses one of three. */
        private void refundByOperator(Bought of) {
            of.purchase.refundable(pool.look()).filter(what -> what.amount() <= CENTS - of.back).ifPresent(what -> {
                String key = "key_" + ++ids;
                tell(of, "operator's refund of " + what, (purchase, turn) -> purchase.refundedByOperator(what,
                        new RefundIntent(key, "unused", pool.now()), turn));
                if (random.nextInt(3) == 0) {
                    tell(of, "refusal", (purchase, turn) -> purchase.operatorRefundRefused(key, turn));
                } else {
                    String id = "re_" + ++ids;
                    goesBack(of, id, what.amount());
                    tell(of, "making", (purchase, turn) -> purchase.operatorRefundMade(key, id, turn));
                }
            });
        }

        private static void goesBack(Bought of, String refund, long cents) {
            of.back += cents;
            of.refunds.add(new Bought.Refund(refund, cents));
        }

        private void fail(Bought of) {
            if (!of.refunds.isEmpty()) {
                Bought.Refund refund = of.refunds.remove(random.nextInt(of.refunds.size()));
                of.back -= refund.cents;
                tell(of, "failure of " + refund, (purchase, turn) -> purchase.refundFailed(refund.id,
                        new FailedRefund(refund.cents, pool.now()), turn));
            }
        }

        private void dispute(Bought of, State state) {
            tell(of, "dispute " + state,
                    (purchase, turn) -> purchase.disputed("dp", new Dispute(CENTS, state, pool.now()), turn));
        }

        private void tell(Bought of, String what, BiFunction<Purchase, Turn, Purchase> news) {
            story.add(of.purchase.id() + ": " + what);
            Purchase before = of.purchase;
            of.purchase = pool.inTurn(turn -> news.apply(before, turn));
        }

        private void theEndFollowsWhatStands() {
            AddOn running = pool.look().stock().addOn();
            running.lots().stream().filter(Lot::stands).map(Lot::paidAt).max(Instant::compareTo).ifPresent(
                    latest -> assertThat(running.endsAt()).as("end").isEqualTo(AddOn.oneYearFrom(latest)));
        }

        private void allMoneyComesBack() {
            for (Bought of : all) {
                while (!of.refunds.isEmpty()) {
                    pool.pass(Duration.ofMinutes(1));
                    fail(of);
                }
                dispute(of, State.WON);
            }
            CreditPool now = pool.look();
            for (Bought of : all) {
                assertThat(of.purchase.status()).as(of.purchase.id()).isEqualTo(Purchase.Status.PAID);
                boolean runs = AddOn.oneYearFrom(of.purchase.createdAt()).isAfter(now.asOf());
                assertThat(now.stock().addOn().lot(of.purchase.id()).isPresent() || !runs).as(of.purchase.id())
                        .isTrue();
            }
        }
    }
}
