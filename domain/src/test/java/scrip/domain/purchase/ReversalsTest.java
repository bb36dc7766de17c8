package scrip.domain.purchase;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolDriver;
import scrip.domain.pool.PoolId;
import scrip.domain.pricing.Money;
import scrip.domain.purchase.Reversals.Dispute;
import scrip.domain.purchase.Reversals.Dispute.State;
import scrip.domain.purchase.Reversals.FailedRefund;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static scrip.domain.pool.PoolFixture.aPool;

/** Rules 28 and 29, and the worked examples J, K and Q. */
class ReversalsTest {

    private final PoolDriver pool = aPool().open();
    private final Instant paid = pool.now();

    private Purchase buy(String id, long credits, long cents) {
        Order order = new Order(Credits.of(credits), Credits.ZERO, Money.of(cents, "usd"), Money.zero("usd"), null,
                null,
                pool.now());
        Purchase purchase = Purchase.ordered(id, new PoolId(1), order)
                .paid(new Purchase.Payment(pool.now(), "pi_" + id, null)).orElseThrow();
        pool.ask(new Command.CreditPurchase(id, Credits.of(credits), Credits.ZERO, pool.now()));
        return purchase;
    }

    private Purchase refunded(Purchase purchase, long cents, Instant asOf) {
        return pool.inTurn(turn -> purchase.refunded(cents, asOf, turn));
    }

    private Purchase disputed(Purchase purchase, long cents, State state) {
        return pool.inTurn(turn -> purchase.disputed("dp_1", new Dispute(cents, state, pool.now()), turn));
    }

    /** The operator asks for a refund; the gateway has not answered yet. */
    private Purchase asked(Purchase purchase, String key) {
        return pool.inTurn(turn -> purchase.refundedByOperator(purchase.refundable(turn.pool()).orElseThrow(),
                new RefundIntent(key, "unused", pool.now()), turn));
    }

    private long left() {
        return pool.look().available().micros() / Credits.MICROS_PER_CREDIT;
    }

    private Credits debt() {
        return pool.look().debt();
    }

    private Instant end() {
        return requireNonNull(pool.look().stock().addOn().endsAt());
    }

    @Test
    void example_j_the_operator_refunds_the_unused_part_by_its_cost() {
        Purchase p1 = buy("P1", 300, 3000);
        pool.pass(Duration.ofDays(1));
        buy("P2", 100, 1000);
        pool.charge(250);
        CreditPool now = pool.look();

        Refundable refund = p1.refundable(now).orElseThrow();
        Purchase after = asked(p1, "r1");

        assertThat(refund).isEqualTo(new Refundable(Credits.of(50), 500));
        assertThat(left()).isEqualTo(100);
        assertThat(after.status()).isEqualTo(Purchase.Status.PARTIALLY_REFUNDED);
        assertThat(refunded(after, 500, pool.now()).reversals().taken().credits().all()).isEqualTo(Credits.of(50));
        assertThat(left()).as("the gateway tells of the same refund").isEqualTo(100);
    }

    @Test
    void example_j_a_full_refund_by_the_gateway_takes_the_purchase_then_the_rest_then_debt() {
        Purchase p1 = buy("P1", 300, 3000);
        pool.pass(Duration.ofDays(1));
        buy("P2", 100, 1000);
        pool.charge(250);

        Purchase after = refunded(p1, 3000, pool.now());

        assertThat(left()).isZero();
        assertThat(debt()).isEqualTo(Credits.of(150));
        assertThat(after.reversals().taken().credits().slices().total()).isEqualTo(Credits.of(150));
        assertThat(after.status()).isEqualTo(Purchase.Status.REFUNDED);
    }

    @Test
    void example_j_refunding_the_latest_purchase_takes_the_end_of_the_pool_back() {
        buy("P1", 300, 3000);
        pool.pass(Duration.ofDays(1));
        Purchase p2 = buy("P2", 100, 1000);
        pool.charge(250);

        refunded(p2, 1000, pool.now());

        assertThat(left()).isEqualTo(50);
        assertThat(end()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
    }

    @Test
    void example_k_partial_refunds_round_down_together_and_take_exactly_all_in_the_end() {
        Purchase purchase = buy("P1", 300, 2700);
        List<Long> taken = new ArrayList<>();
        long before = left();
        for (long cents : List.of(1000L, 2000L, 2700L)) {
            pool.pass(Duration.ofHours(1));
            purchase = refunded(purchase, cents, pool.now());
            taken.add(before - left());
            before = left();
        }

        assertThat(taken).containsExactly(111L, 111L, 78L);
    }

    @Test
    void example_q_a_dispute_takes_and_a_won_one_puts_back_however_often_it_is_told() {
        Purchase purchase = buy("P1", 500, 1000);
        List<Long> balances = new ArrayList<>();
        for (State state : List.of(State.OPEN, State.OPEN, State.WON, State.WON, State.OPEN)) {
            purchase = disputed(purchase, 1000, state);
            balances.add(left());
        }
        pool.pass(Duration.ofDays(1));
        purchase = refunded(purchase, 1000, pool.now());
        purchase = refunded(purchase, 1000, pool.now());

        assertThat(balances).as("the late repetition of the opening changes nothing").containsExactly(0L, 0L, 500L,
                500L, 500L);
        assertThat(left()).isZero();
        assertThat(debt()).isEqualTo(Credits.ZERO);
        assertThat(purchase.reversals().taken().credits().all()).isEqualTo(Credits.of(500));
    }

    @Test
    void a_failed_refund_puts_back_what_it_had_taken_in_whichever_order_it_is_told() {
        Purchase told = refunded(buy("P1", 300, 3000), 1000, paid);
        FailedRefund failure = new FailedRefund(1000, paid.plusSeconds(60));
        Purchase inOrder = pool.inTurn(turn -> told.refundFailed("re_1", failure, turn));
        assertThat(left()).isEqualTo(300);
        assertThat(inOrder.status()).isEqualTo(Purchase.Status.PAID);

        Purchase second = buy("P2", 300, 3000);
        Purchase early = pool.inTurn(turn -> second.refundFailed("re_1", failure, turn));
        refunded(early, 1000, paid);

        assertThat(left()).isEqualTo(600);
    }

    /** P2 is all that holds up the pool: P1's year is over. */
    private Purchase refundedAfterTheYearOf(String p1) {
        buy(p1, 100, 1000);
        pool.goTo("2026-12-01T00:00:00Z");
        Purchase p2 = buy("P2", 100, 1000);
        pool.goTo("2027-03-01T00:00:00Z");
        Purchase refunded = refunded(p2, 1000, pool.now());
        assertThat(left()).isZero();
        return refunded;
    }

    private void failed(Purchase purchase) {
        pool.inTurn(turn -> purchase.refundFailed("re_1", new FailedRefund(1000, pool.now()), turn));
    }

    @Test
    void a_refund_that_fails_gives_back_the_pool_that_it_had_ended_with_all_that_expired() {
        Purchase p2 = refundedAfterTheYearOf("P1");
        pool.pass(Duration.ofDays(2));

        failed(p2);

        assertThat(left()).isEqualTo(200);
        assertThat(end()).isEqualTo(Instant.parse("2027-12-01T00:00:00Z"));
    }

    @Test
    void a_pool_that_comes_back_is_one_with_what_was_bought_meanwhile() {
        Purchase p2 = refundedAfterTheYearOf("P1");
        pool.pass(Duration.ofDays(1));
        buy("P3", 300, 3000);
        pool.charge(10);

        failed(p2);

        assertThat(left()).isEqualTo(490);
        assertThat(end()).isEqualTo(Instant.parse("2028-03-02T00:00:00Z"));
    }

    @Test
    void a_refund_whose_failure_is_heard_of_after_the_years_are_over_gives_back_nothing() {
        Purchase p2 = refundedAfterTheYearOf("P1");
        pool.goTo("2027-12-01T00:00:00Z");

        failed(p2);

        assertThat(left()).isZero();
        assertThat(debt()).isEqualTo(Credits.ZERO);
    }

    @Test
    void a_refund_that_the_gateway_refuses_has_ended_no_pool() {
        buy("P1", 100, 1000);
        pool.goTo("2026-12-01T00:00:00Z");
        Purchase p2 = buy("P2", 100, 1000);
        pool.goTo("2027-03-01T00:00:00Z");

        Purchase asked = asked(p2, "r1");
        pool.inTurn(turn -> asked.operatorRefundRefused("r1", turn));

        assertThat(left()).isEqualTo(200);
        assertThat(end()).isEqualTo(Instant.parse("2027-12-01T00:00:00Z"));
    }

    @Test
    void credits_on_hold_are_not_taken_by_a_refund_but_repay_its_debt_when_they_return() {
        Purchase purchase = buy("P1", 100, 1000);
        var hold = pool.hold(60);

        refunded(purchase, 1000, pool.now());
        assertThat(debt()).isEqualTo(Credits.of(60));
        pool.release(hold);

        assertThat(debt()).isEqualTo(Credits.ZERO);
        assertThat(left()).isZero();
    }

    @Test
    void debt_of_a_refund_is_repaid_at_once_by_what_else_is_available() {
        PoolDriver licensed = aPool().withMonthly(100).open();
        Order order = new Order(Credits.of(100), Credits.ZERO, Money.of(1000, "usd"), Money.zero("usd"), null, null,
                licensed.now());
        Purchase purchase = Purchase.ordered("P1", new PoolId(1), order)
                .paid(new Purchase.Payment(licensed.now(), "pi", null)).orElseThrow();
        licensed.ask(new Command.CreditPurchase("P1", Credits.of(100), Credits.ZERO, licensed.now()));
        licensed.charge(150);

        licensed.inTurn(turn -> purchase.refunded(1000, licensed.now(), turn));

        assertThat(licensed.look().debt()).isEqualTo(Credits.of(50));
        assertThat(licensed.look().available()).isEqualTo(Credits.ZERO);
    }
}
