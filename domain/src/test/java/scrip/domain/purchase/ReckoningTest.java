package scrip.domain.purchase;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Command;
import scrip.domain.pool.PoolDriver;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Taken;
import scrip.domain.pricing.Money;
import scrip.domain.purchase.Purchase.Status;
import scrip.domain.purchase.Reversals.Dispute;
import scrip.domain.purchase.Reversals.Dispute.State;
import scrip.domain.purchase.Reversals.FailedRefund;

import static org.assertj.core.api.Assertions.assertThat;
import static scrip.domain.pool.PoolFixture.aPool;

/** Rules 28 and 29: news of one purchase's money that comes late, twice or at the same instant, and what follows from it. */
class ReckoningTest {

    private final PoolDriver pool = aPool().open();
    private final Instant t = pool.now().plusSeconds(3600);
    private Purchase purchase = bought(300, 50, 3000);

    private Purchase bought(long credits, long bonus, long cents) {
        Order order = new Order(Credits.of(credits), Credits.of(bonus), Money.of(cents, "usd"), Money.zero("usd"), null,
                null, pool.now());
        pool.buy(credits, bonus, pool.now());
        return Purchase.ordered("P1", new PoolId(1), order).paid(new Purchase.Payment(pool.now(), "pi_1", null))
                .orElseThrow();
    }

    private void told(long cents, Instant asOf) {
        purchase = pool.inTurn(turn -> purchase.refunded(cents, asOf, turn));
    }

    private void failed(String refund, long cents, Instant at) {
        purchase = pool.inTurn(turn -> purchase.refundFailed(refund, new FailedRefund(cents, at), turn));
    }

    private void disputed(long cents, State state, Instant at) {
        purchase = pool.inTurn(turn -> purchase.disputed("dp_1", new Dispute(cents, state, at), turn));
    }

    private void askedByOperator(String key) {
        purchase = pool.inTurn(turn -> purchase.refundedByOperator(purchase.refundable(turn.pool()).orElseThrow(),
                new RefundIntent(key, "unused", pool.now()), turn));
    }

    private long addOn() {
        return pool.look().stock().addOn().available().micros() / Credits.MICROS_PER_CREDIT;
    }

    private long bonus() {
        return pool.look().stock().promotional().micros() / Credits.MICROS_PER_CREDIT;
    }

    @Test
    @DisplayName("Rule 29 older news is passed over; of two of the same instant the higher sum counts, in either order")
    void order_of_news() {
        told(1000, t);
        told(2000, t.minusNanos(1));
        assertThat(addOn()).as("older").isEqualTo(200);

        told(500, t);
        assertThat(addOn()).as("same instant, less").isEqualTo(200);
        told(1500, t);
        assertThat(addOn()).as("same instant, more").isEqualTo(150);

        told(600, t.plusNanos(1));
        assertThat(addOn()).as("later").isEqualTo(240);
        assertThat(bonus()).as("later, of the bonus").isEqualTo(40);
        assertThat(purchase.status()).isEqualTo(Status.PARTIALLY_REFUNDED);
    }

    @Test
    @DisplayName("Rule 29 a failure that the latest sum knows of is not subtracted again; one of its very instant is")
    void failures_and_sums() {
        told(1000, t);
        failed("re_1", 1000, t);
        assertThat(addOn()).as("at the sum's own instant").isEqualTo(300);

        told(400, t.plusSeconds(1));
        assertThat(addOn()).as("the later sum knows of it").isEqualTo(260);
        failed("re_2", 900, t.plusSeconds(2));
        assertThat(addOn()).as("more failed than was told of").isEqualTo(300);
        assertThat(purchase.status()).isEqualTo(Status.PAID);
    }

    @Test
    @DisplayName("Rule 29 a failure that is told again, later than a sum that knows of it, puts nothing more back")
    void failure_told_again() {
        told(1000, t);
        failed("re_1", 1000, t.plusSeconds(1));
        told(1000, t.plusSeconds(2));
        assertThat(addOn()).as("another refund").isEqualTo(200);

        failed("re_1", 1000, t.plusSeconds(3));
        assertThat(addOn()).as("told again, as of a later event").isEqualTo(200);
        assertThat(purchase.status()).isEqualTo(Status.PARTIALLY_REFUNDED);
    }

    @Test
    @DisplayName("Rule 29 of one failure told twice the earlier telling counts, in either order")
    void failure_told_again_in_either_order() {
        failed("re_1", 1000, t.plusSeconds(3));
        failed("re_1", 1000, t.plusSeconds(1));
        told(1000, t.plusSeconds(2));

        assertThat(addOn()).isEqualTo(200);
    }

    @Test
    @DisplayName("Rule 29 a part of the money takes its part of the bonus too, and all of it takes all")
    void bonus_by_share() {
        told(1000, t);
        assertThat(bonus()).as("50 / 3, rounded down to 16").isEqualTo(34);
        assertThat(addOn()).isEqualTo(200);

        told(2999, t.plusSeconds(1));
        assertThat(bonus()).isEqualTo(1);
        assertThat(addOn()).isEqualTo(1);
        told(3000, t.plusSeconds(2));
        assertThat(bonus()).isZero();
        assertThat(addOn()).isZero();
        assertThat(purchase.reversals().taken().bonus().all()).isEqualTo(Credits.of(50));
        assertThat(purchase.status()).isEqualTo(Status.REFUNDED);

        told(0, t.plusSeconds(3));
        assertThat(bonus()).as("put back").isEqualTo(50);
        assertThat(addOn()).isEqualTo(300);
        assertThat(purchase.reversals().taken()).isEqualTo(Taken.NOTHING);
    }

    @Test
    @DisplayName("Rule 29 all the money takes all of a bonus that is no whole number, and a part of it whole credits")
    void bonus_of_no_whole_number() {
        PoolDriver fresh = aPool().open();
        Credits bonus = Credits.ofMicros(12_500_000);
        Order order = new Order(Credits.of(100), bonus, Money.of(1000, "usd"), Money.zero("usd"), null, null,
                fresh.now());
        fresh.ask(new Command.CreditPurchase("P1", Credits.of(100), bonus, fresh.now()));
        Purchase bought = Purchase.ordered("P1", new PoolId(1), order)
                .paid(new Purchase.Payment(fresh.now(), "pi_1", null)).orElseThrow();

        Purchase most = fresh.inTurn(turn -> bought.refunded(999, t, turn));
        assertThat(fresh.look().stock().promotional()).isEqualTo(Credits.ofMicros(500_000));
        Purchase all = fresh.inTurn(turn -> most.refunded(1000, t.plusSeconds(1), turn));
        assertThat(fresh.look().available()).isEqualTo(Credits.ZERO);
        assertThat(all.reversals().taken().bonus().all()).isEqualTo(bonus);
    }

    @Test
    @DisplayName("Rule 29 older news of a dispute, or of its opening once it is decided, is passed over")
    void news_of_disputes() {
        disputed(3000, State.OPEN, t);
        assertThat(purchase.status()).isEqualTo(Status.DISPUTED);
        disputed(3000, State.WON, t.minusNanos(1));
        assertThat(addOn()).as("older").isZero();

        disputed(3000, State.WON, t);
        assertThat(addOn()).as("of the same instant").isEqualTo(300);
        assertThat(purchase.status()).isEqualTo(Status.PAID);
        disputed(3000, State.OPEN, t.plusSeconds(9));
        assertThat(addOn()).as("opened again").isEqualTo(300);
        disputed(3000, State.LOST, t.plusSeconds(10));
        assertThat(addOn()).as("decided otherwise in the end").isZero();
        assertThat(purchase.status()).isEqualTo(Status.DISPUTED);
    }

    @Test
    @DisplayName("Rule 29 refunds and a dispute take together, but never more than there was")
    void refund_and_dispute() {
        told(1000, t);
        disputed(500, State.OPEN, t);
        assertThat(addOn()).isEqualTo(150);
        disputed(3000, State.OPEN, t.plusSeconds(1));
        assertThat(addOn()).isZero();
        assertThat(purchase.reversals().taken().credits().all()).isEqualTo(Credits.of(300));
        assertThat(pool.look().debt()).isEqualTo(Credits.ZERO);
    }

    @Test
    @DisplayName("Rule 9 a purchase whose dispute is open still holds the pool's end, one whose dispute is lost does not")
    void end_of_the_pool() {
        Instant first = pool.now();
        pool.pass(Duration.ofDays(10));
        purchase = latest();
        Instant end = pool.look().stock().addOn().endsAt();

        disputed(500, State.OPEN, pool.now());
        assertThat(pool.look().stock().addOn().endsAt()).isEqualTo(end);
        disputed(500, State.LOST, pool.now());
        assertThat(pool.look().stock().addOn().endsAt()).isEqualTo(end.minus(Duration.ofDays(10)))
                .isAfter(first);
    }

    private Purchase latest() {
        Order order = new Order(Credits.of(100), Credits.ZERO, Money.of(1000, "usd"), Money.zero("usd"), null, null,
                pool.now());
        pool.buy(100);
        return Purchase.ordered("P2", new PoolId(1), order).paid(new Purchase.Payment(pool.now(), "pi_2", null))
                .orElseThrow();
    }

    @Test
    @DisplayName("Rule 28 the operator pays back whole credits at their cost, and not what is worth less than a cent")
    void worth_less_than_a_cent() {
        PoolDriver cheap = aPool().open();
        Order order = new Order(Credits.of(300), Credits.ZERO, Money.of(100, "usd"), Money.zero("usd"), null, null,
                cheap.now());
        cheap.buy(300);
        Purchase bought = Purchase.ordered("P1", new PoolId(1), order)
                .paid(new Purchase.Payment(cheap.now(), "pi_1", null)).orElseThrow();

        cheap.charge(297);
        assertThat(bought.refundable(cheap.look())).contains(new Refundable(Credits.of(3), 1));
        cheap.charge(Credits.ofMicros(1));
        assertThat(bought.refundable(cheap.look())).as("2 whole credits cost 0.67 cents").isEmpty();
    }

    @Test
    @DisplayName("Rule 28 the operator pays back no more than what others have left")
    void no_more_than_is_left() {
        disputed(2500, State.OPEN, t);
        disputed(2500, State.WON, t);
        told(2900, t);
        pool.pass(Duration.ofHours(2));

        assertThat(purchase.refundable(pool.look())).contains(new Refundable(Credits.of(10), 100));
        Purchase none = purchase.with(Reversals.NONE.withRefunded(2999, t));
        assertThat(none.refundable(pool.look())).as("10 credits are left, but one cent").contains(
                new Refundable(Credits.of(10), 1));
        Purchase disputed = purchase.with(Reversals.NONE.withDispute("dp_2", new Dispute(1, State.OPEN, t)));
        assertThat(disputed.refundable(pool.look())).as("disputed").isEmpty();
    }

    @Test
    @DisplayName("Rule 28 what others pay back after the operator's refund counts beside it")
    void others_beside_the_operator() {
        pool.charge(50 + 200);
        askedByOperator("r1");
        assertThat(purchase.reversals().moneyRefunded()).isEqualTo(1000);

        told(1500, t);
        assertThat(purchase.reversals().moneyGone()).as("of which 1000 are the operator's").isEqualTo(1500);
        assertThat(purchase.reversals().taken().credits().all()).isEqualTo(Credits.of(150));
    }

    @Test
    @DisplayName("Rule 28 what others had paid back is kept with an own refund, failures since included")
    void kept_with_an_own_refund() {
        told(600, t);
        failed("re_other", 200, t.plusSeconds(1));
        assertThat(purchase.reversals().moneyRefunded()).isEqualTo(400);
        pool.charge(50 - 6 + 200);

        askedByOperator("r1");
        OwnRefund own = purchase.reversals().ownRefunds().get("r1");

        assertThat(own.others()).isEqualTo(600);
        assertThat(purchase.reversals().moneyRefunded()).isEqualTo(400 + own.what().amount());
        failed("re_more", 100, t.plusSeconds(2));
        assertThat(purchase.reversals().moneyRefunded()).isEqualTo(300 + own.what().amount());
    }

    @Test
    @DisplayName("Rule 28 an own refund is none of what others paid back, whether it stands or failed")
    void own_refunds_are_not_of_others() {
        OwnRefund own = new OwnRefund(new Refundable(Credits.of(10), 100), 600, t, "unused", "re_own", false);
        Reversals standing = Reversals.NONE.withRefunded(600, t).withOwnRefund("r1", own);
        Reversals failed = standing.withRefunded(700, t.plusSeconds(1)).withFailed("re_own",
                new FailedRefund(100, t.plusSeconds(2)));

        assertThat(standing.paidBackByOthers()).isEqualTo(600);
        assertThat(failed.moneyRefunded()).isEqualTo(600);
        assertThat(failed.paidBackByOthers()).isEqualTo(600);
    }
}
