package scrip.persistence.proof;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.TransferType;
import scrip.domain.pool.Charge;
import scrip.domain.pool.Command;
import scrip.domain.pool.Hold;
import scrip.domain.pool.Reply;
import scrip.domain.pool.Slices;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What exclude each other, one after the other on two nodes, in both orders: the first wins, the second gets the answer that
 * the rules have for it. {@link InterleavingsIT} lets them race; of a redemption and the end of its checkout, the contract of what becomes of promo codes tells.
 */
class BothOrdersIT extends TwoNodes {

    @Test
    @DisplayName("Rules 13 and 14: settled, then released")
    void a_settled_hold_cannot_be_released() {
        enterLicense(100);
        Hold hold = hold(60);

        assertThat(askOne(settle(hold, 50))).isInstanceOf(Reply.Charged.class);
        assertThat(((Reply.HoldClosed) askOther(release(hold))).hold().status()).isEqualTo(Hold.Status.SETTLED);
        assertThat(now().available()).isEqualTo(Credits.of(50));
    }

    @Test
    @DisplayName("Rules 13 and 14: released, then settled")
    void a_released_hold_cannot_be_settled() {
        enterLicense(100);
        Hold hold = hold(60);

        assertThat(askOther(release(hold))).isInstanceOf(Reply.Released.class);
        assertThat(((Reply.HoldClosed) askOne(settle(hold, 50))).hold().status()).isEqualTo(Hold.Status.RELEASED);
        assertThat(now().available()).isEqualTo(Credits.of(100));
    }

    @Test
    @DisplayName("Rule 3: charged a microsecond before the renewal, then renewed")
    void a_charge_before_the_renewal_spends_the_old_period() {
        enterLicense(100);
        clockOfOne.set(RENEWAL.minus(TICK));
        clockOfOther.set(RENEWAL);

        assertThat(askOne(charge(100))).isInstanceOf(Reply.Charged.class);
        assertThat(askOther(charge(100))).isInstanceOf(Reply.Charged.class);
        assertThat(entries(TransferType.EXPIRY)).isZero();
        assertThat(entries(TransferType.GRANT)).isEqualTo(2);
    }

    @Test
    @DisplayName("Rule 3: renewed, then charged by a clock that is behind")
    void a_charge_after_the_renewal_spends_the_new_period_whatever_its_clock_says() {
        enterLicense(100);
        clockOfOne.set(RENEWAL.minus(TICK));
        clockOfOther.set(RENEWAL);

        assertThat(askOther(charge(100))).isInstanceOf(Reply.Charged.class);
        assertThat(askOne(charge(1))).isInstanceOf(Reply.Insufficient.class);
        assertThat(entries(TransferType.EXPIRY)).isEqualTo(1);
        assertThat(entries(TransferType.GRANT)).isEqualTo(2);
    }

    @Test
    @DisplayName("Rules 13 and 16: settled a microsecond before it lapses, then wanted by another")
    void a_hold_settled_in_time_keeps_its_credits_from_others() {
        enterLicense(60);
        Hold hold = hold(60);
        clockOfOne.set(hold.expiresAt().minus(TICK));
        clockOfOther.set(hold.expiresAt());

        Charge settled = ((Reply.Charged) askOne(settle(hold, 50))).charge();
        assertThat(settled.late()).isFalse();
        assertThat(askOther(charge(60))).isInstanceOf(Reply.Insufficient.class);
        assertThat(entries(TransferType.LAPSE)).isZero();
    }

    @Test
    @DisplayName("Rule 16: lapsed and spent by another, then settled")
    void a_hold_settled_after_it_lapsed_is_charged_late_into_debt() {
        enterLicense(60);
        Hold hold = hold(60);
        clockOfOne.set(hold.expiresAt().minus(TICK));
        clockOfOther.set(hold.expiresAt());

        assertThat(askOther(charge(60))).isInstanceOf(Reply.Charged.class);
        Charge settled = ((Reply.Charged) askOne(settle(hold, 50))).charge();
        assertThat(settled.late()).isTrue();
        assertThat(settled.debt()).isEqualTo(Credits.of(50));
        assertThat(entries(TransferType.LAPSE)).isEqualTo(1);
        assertThat(((Reply.HoldClosed) askOther(new Command.Settle(hold.number(), Credits.of(1), settled.receipt())))
                .hold().status()).isEqualTo(Hold.Status.SETTLED);
    }

    @Test
    @DisplayName("Rule 29: refunded, then wanted: refused, and nothing is owed")
    void credits_that_were_refunded_cannot_be_spent() {
        String purchase = buy100();

        Reply.TakenBack taken = (Reply.TakenBack) askOne(refund(purchase));
        assertThat(taken.taken().credits().slices().total()).isEqualTo(Credits.of(100));
        assertThat(askOther(charge(100))).isInstanceOf(Reply.Insufficient.class);
        assertThat(now().debt()).isEqualTo(Credits.ZERO);
    }

    @Test
    @DisplayName("Rule 29: spent, then refunded: all of it is owed")
    void credits_that_were_spent_are_owed_when_they_are_refunded() {
        String purchase = buy100();

        assertThat(askOther(charge(100))).isInstanceOf(Reply.Charged.class);
        Reply.TakenBack taken = (Reply.TakenBack) askOne(refund(purchase));
        assertThat(taken.taken().credits().slices()).isEqualTo(Slices.NONE);
        assertThat(now().debt()).isEqualTo(Credits.of(100));
    }

    @Test
    @DisplayName("Rule 29: on hold, then refunded: what is missing is owed and repaid when it returns")
    void credits_on_hold_are_not_taken_by_a_refund() {
        String purchase = buy100();
        Hold hold = hold(60);

        Reply.TakenBack taken = (Reply.TakenBack) askOther(refund(purchase));
        assertThat(taken.taken().credits().slices().total()).isEqualTo(Credits.of(40));
        assertThat(now().debt()).isEqualTo(Credits.of(60));
        assertThat(askOne(release(hold))).isInstanceOf(Reply.Released.class);
        assertThat(now().debt()).isEqualTo(Credits.ZERO);
        assertThat(now().available()).isEqualTo(Credits.ZERO);
    }
}
