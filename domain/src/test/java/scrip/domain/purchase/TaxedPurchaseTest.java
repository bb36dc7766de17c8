package scrip.domain.purchase;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Command;
import scrip.domain.pool.PoolDriver;
import scrip.domain.pool.PoolId;
import scrip.domain.pricing.Money;

import static org.assertj.core.api.Assertions.assertThat;
import static scrip.domain.pool.PoolFixture.aPool;

/** 500 credits for $5.00, on which the gateway took $0.95 of taxes. */
@DisplayName("Rules 28 and 29 where the gateway added taxes: the credits follow the price's part of the money")
class TaxedPurchaseTest {

    private final PoolDriver pool = aPool().open();
    private final Instant paid = pool.now();
    private final Purchase purchase = buy();

    private Purchase buy() {
        Order order = new Order(Credits.of(500), Credits.ZERO, Money.of(500, "usd"), Money.zero("usd"), null, null,
                paid);
        pool.ask(new Command.CreditPurchase("P", Credits.of(500), Credits.ZERO, paid));
        return Purchase.ordered("P", new PoolId(1), order).paid(new Purchase.Payment(paid, "pi_1", null, 95))
                .orElseThrow();
    }

    private Purchase refunded(Purchase of, long cents, int second) {
        return pool.inTurn(turn -> of.refunded(cents, paid.plusSeconds(second), turn));
    }

    private long left() {
        return pool.look().available().micros() / Credits.MICROS_PER_CREDIT;
    }

    @Test
    void half_of_all_the_money_takes_half_of_the_credits_and_all_of_it_takes_all() {
        Purchase half = refunded(purchase, 297, 1);
        assertThat(left()).isEqualTo(251);
        assertThat(half.status()).isEqualTo(Purchase.Status.PARTIALLY_REFUNDED);

        Purchase almost = refunded(half, 594, 2);
        assertThat(left()).as("a cent is missing").isEqualTo(1);

        assertThat(refunded(almost, 595, 3).status()).isEqualTo(Purchase.Status.REFUNDED);
        assertThat(left()).isZero();
    }

    @Test
    void a_refund_that_fails_and_a_dispute_that_is_won_put_back_what_they_had_taken() {
        Purchase half = refunded(purchase, 297, 1);
        Purchase back = pool.inTurn(
                turn -> half.refundFailed("re_1", new Reversals.FailedRefund(297, paid.plusSeconds(2)), turn));
        assertThat(left()).isEqualTo(500);

        Purchase disputed = pool.inTurn(turn -> back.disputed("dp_1",
                new Reversals.Dispute(595, Reversals.Dispute.State.OPEN, paid.plusSeconds(3)), turn));
        assertThat(left()).isZero();
        Purchase won = pool.inTurn(turn -> disputed.disputed("dp_1",
                new Reversals.Dispute(595, Reversals.Dispute.State.WON, paid.plusSeconds(4)), turn));
        assertThat(left()).isEqualTo(500);
        assertThat(won.status()).isEqualTo(Purchase.Status.PAID);
    }

    @Test
    void the_operator_pays_back_the_unused_part_with_its_share_of_the_taxes() {
        pool.charge(250);
        Purchase asked = pool.inTurn(turn -> purchase.refundedByOperator(purchase.refundable(turn.pool()).orElseThrow(),
                new RefundIntent("r", "unused", pool.now()), turn));
        OwnRefund own = asked.reversals().ownRefunds().get("r");

        assertThat(own.what()).isEqualTo(new Refundable(Credits.of(250), 250));
        assertThat(asked.withTax(own.what().amount())).isEqualTo(297);
        assertThat(left()).isZero();

        pool.pass(Duration.ofSeconds(9));
        Purchase told = refunded(asked, 297, 9);
        assertThat(told.reversals().taken().credits().all()).isEqualTo(Credits.of(250));
    }

    @Test
    void all_of_the_price_is_all_of_the_money() {
        assertThat(purchase.withTax(500)).isEqualTo(595);
        assertThat(purchase.withTax(1)).isEqualTo(1);
    }
}
