package scrip.domain.purchase;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Command;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolDriver;
import scrip.domain.pool.PoolId;
import scrip.domain.pricing.Money;
import scrip.domain.purchase.Reversals.Dispute;
import scrip.domain.purchase.Reversals.FailedRefund;

import static org.assertj.core.api.Assertions.assertThat;
import static scrip.domain.pool.PoolFixture.aPool;

/** Rule 28: what the operator pays back, beside what the gateway does and says meanwhile. */
class OperatorRefundTest {

    private final PoolDriver pool = aPool().open();
    private Purchase purchase = bought(300, 3000, 100);

    private Purchase bought(long credits, long cents, long bonus) {
        Order order = new Order(Credits.of(credits), Credits.of(bonus), Money.of(cents, "usd"), Money.zero("usd"), null,
                null, pool.now());
        pool.ask(new Command.CreditPurchase("P", Credits.of(credits), Credits.of(bonus), pool.now()));
        return Purchase.ordered("P", new PoolId(1), order).paid(new Purchase.Payment(pool.now(), "pi", null))
                .orElseThrow();
    }

    private void ask(String key) {
        purchase = pool.inTurn(turn -> purchase.refundedByOperator(purchase.refundable(turn.pool()).orElseThrow(),
                new RefundIntent(key, "unused", pool.now()), turn));
    }

    private void made(String key, String refund) {
        purchase = pool.inTurn(turn -> purchase.operatorRefundMade(key, refund, turn));
    }

    private void refused(String key) {
        purchase = pool.inTurn(turn -> purchase.operatorRefundRefused(key, turn));
    }

    private void told(long cents) {
        told(cents, pool.now());
    }

    private void told(long cents, Instant asOf) {
        purchase = pool.inTurn(turn -> purchase.refunded(cents, asOf, turn));
    }

    private void failed(String refund, long cents) {
        purchase = pool.inTurn(turn -> purchase.refundFailed(refund, new FailedRefund(cents, pool.now()), turn));
    }

    private void later() {
        pool.pass(Duration.ofHours(1));
    }

    private long addOn() {
        return pool.look().stock().addOn().available().micros() / Credits.MICROS_PER_CREDIT;
    }

    private long bonus() {
        return pool.look().stock().promotional().micros() / Credits.MICROS_PER_CREDIT;
    }

    @Test
    @DisplayName("Rule 28 the credits are gone before the money is, and the gateway's news of it takes none again")
    void credits_first() {
        pool.charge(150 + 100);
        ask("r1");
        assertThat(addOn()).isZero();
        assertThat(bonus()).isZero();
        assertThat(purchase.refundPendingSince()).contains(pool.now());

        told(1500);
        made("r1", "re_1");
        told(1500);

        assertThat(purchase.reversals().taken().credits().all()).isEqualTo(Credits.of(150));
        assertThat(pool.look().debt()).as("half the bonus had been spent, and half the money went back")
                .isEqualTo(Credits.of(50));
        assertThat(purchase.refundPendingSince()).isEmpty();
        assertThat(purchase.status()).isEqualTo(Purchase.Status.PARTIALLY_REFUNDED);
    }

    @Test
    @DisplayName("Rule 28 a refund that the gateway refuses gives its credits back")
    void a_refusal_puts_back() {
        ask("r1");
        refused("r1");

        assertThat(addOn()).isEqualTo(300);
        assertThat(bonus()).isEqualTo(100);
        assertThat(purchase.status()).isEqualTo(Purchase.Status.PAID);
        assertThat(purchase.refundable(pool.look())).contains(new Refundable(Credits.of(300), 3000));
    }

    @Test
    @DisplayName("Rule 28 what others paid back before does not hide the operator's refund")
    void after_a_refund_by_the_gateway() {
        told(1000);
        assertThat(addOn()).isEqualTo(200);
        pool.charge(100 + 50);

        ask("r1");

        assertThat(addOn()).as("taken at once, although the gateway tells of 1000 only").isEqualTo(0);
        later();
        told(1000);
        assertThat(purchase.reversals().moneyRefunded()).isEqualTo(1000 + purchase.reversals().ownMoney());
        told(1000 + purchase.reversals().ownMoney());
        assertThat(purchase.reversals().taken().credits().all()).isEqualTo(Credits.of(100).plus(
                purchase.reversals().ownCredits()));
    }

    @Test
    @DisplayName("A refund by the operator that the bank cannot place is put back, whether its failure or its id comes first")
    void a_refund_that_fails() {
        ask("r1");
        made("r1", "re_1");
        told(3000);
        later();
        failed("re_1", 3000);
        assertThat(addOn()).isEqualTo(300);
        assertThat(purchase.status()).isEqualTo(Purchase.Status.PAID);

        ask("r2");
        later();
        failed("re_2", 3000);
        assertThat(addOn()).as("nobody knows yet whose refund re_2 is").isZero();
        made("r2", "re_2");
        assertThat(addOn()).isEqualTo(300);
    }

    @Test
    @DisplayName("A refund by others that fails after the operator's is put back alone")
    void a_refund_by_others_that_fails() {
        told(1000);
        pool.charge(100 + 66);
        ask("r1");
        long own = purchase.reversals().ownMoney();
        made("r1", "re_own");
        later();
        failed("re_other", 1000);

        assertThat(purchase.reversals().moneyRefunded()).isEqualTo(own);
        assertThat(purchase.reversals().taken().credits().all()).isEqualTo(purchase.reversals().ownCredits());
    }

    @Test
    @DisplayName("Rule 28 credits on hold are not unused; once returned they can be refunded under another key")
    void a_second_refund() {
        Hold hold = pool.hold(100 + 200);
        ask("r1");
        made("r1", "re_1");
        assertThat(purchase.refundable(pool.look())).isEmpty();
        pool.release(hold);

        assertThat(purchase.refundable(pool.look()).orElseThrow().amount()).isLessThanOrEqualTo(2000);
        ask("r2");

        assertThat(addOn()).isZero();
        assertThat(purchase.reversals().ownMoney()).isLessThanOrEqualTo(3000);
    }

    @Test
    @DisplayName("Rule 28 what cannot be paid back says why")
    void reasons() {
        Purchase unpaid = Purchase.ordered("U", new PoolId(1), purchase.order());
        Purchase free = new Purchase("F", new PoolId(1),
                new Order(Credits.of(100), Credits.ZERO, Money.of(100, "usd"), Money.of(100, "usd"), "FREE", null,
                        pool.now()),
                Purchase.Status.PAID, null, new Purchase.Payment(pool.now(), null, null), Reversals.NONE);
        Purchase disputed = pool.inTurn(turn -> purchase.disputed("dp",
                new Dispute(3000, Dispute.State.OPEN, pool.now()), turn));

        assertThat(List.of(unpaid.notRefundable(), free.notRefundable(), disputed.notRefundable()))
                .containsExactly(NotRefundable.UNPAID, NotRefundable.NOTHING_PAID, NotRefundable.DISPUTED);
        assertThat(disputed.refundable(pool.look())).isEmpty();
        assertThat(free.refundable(pool.look())).isEmpty();
    }
}
