package scrip.domain.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.TransferType;
import scrip.domain.notice.Matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static scrip.domain.pool.PoolFixture.aLicense;
import static scrip.domain.pool.PoolFixture.aPool;

/** What pools are made of, and where one part is easily taken for another. */
class PoolPartsTest {

    @Test
    void pool_ids_are_above_zero_and_in_the_order_of_their_numbers() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PoolId(0));
        assertThat(new PoolId(1)).isLessThan(new PoolId(2)).isEqualByComparingTo(new PoolId(1));
    }

    @Test
    @DisplayName("Rule 13 a hold that nobody settled has lapsed at its end and not before")
    void holds_lapse() {
        PoolDriver pool = aPool().withAddOn(100).open();
        Hold hold = pool.hold(10);
        Instant end = hold.expiresAt();

        assertThat(hold.at(end.minusNanos(1))).isEqualTo(hold);
        assertThat(hold.at(end).status()).isEqualTo(Hold.Status.LAPSED);
        assertThat(pool.release(hold).at(end).status()).isEqualTo(Hold.Status.RELEASED);
    }

    @Test
    void a_decision_of_one_command_has_one_reply() {
        PoolDriver pool = aPool().withAddOn(100).open();

        assertThat(pool.look().decide(new Command.Touch(), pool.now(), pool.terms(), Loaded.NOTHING).reply())
                .isEqualTo(new Reply.Touched());
    }

    @Test
    void a_purchase_that_is_not_in_the_pool_has_no_lot() {
        AddOn addOn = aPool().withAddOn(100).open().look().stock().addOn();

        assertThat(addOn.lot("P1")).isPresent();
        assertThat(addOn.lot("P9")).isEmpty();
    }

    @Test
    @DisplayName("Rule 19 debt that is made good is gone from the pool")
    void forgiven_debt() {
        PoolDriver pool = aPool().open();
        pool.makeGood(pool.chargeEvenIntoDebt(30));

        assertThat(pool.look().debts()).isEmpty();
    }

    @Test
    @DisplayName("Rule 19 credits of a grant that has ended do not come back to another one")
    void grants_are_told_apart() {
        PoolDriver pool = aPool().withPromotional(10, "2026-01-05T00:00:00Z")
                .withPromotional(10, "2026-06-01T00:00:00Z").open();
        Charge charge = pool.charge(4);
        pool.goTo("2026-01-05T00:00:00Z");

        Reply.MadeGood back = pool.makeGood(charge);

        assertThat(back.returned()).isEqualTo(Slices.NONE);
        assertThat(pool.look().stock().grants()).extracting(Grant::available, Grant::expiresAt).containsExactly(
                tuple(Credits.of(4), pool.now().plus(Duration.ofDays(30))),
                tuple(Credits.of(10), Instant.parse("2026-06-01T00:00:00Z")));
    }

    @Test
    @DisplayName("Rule 6 a license still to come leaves the free plan's period as it is")
    void license_to_come() {
        PoolDriver pool = aPool().withFreePlan(100).open();
        pool.charge(40);
        pool.enter(aLicense(1, 500).startingAt("2026-01-20T00:00:00Z"));

        PoolAssert.assertThat(pool).hasMonthly(60).isLicensed(false).hasGranted(100);
        assertThat(pool.ledger()).hasSize(2);
    }

    @Test
    @DisplayName("Rule 29 the end of the pool that a refund brings back to the past comes at once")
    void end_that_is_past() {
        PoolDriver pool = aPool().withAddOn(100).open();
        pool.pass(Duration.ofDays(360)).buy(100);
        pool.pass(Duration.ofDays(10));

        pool.ask(new Command.TakeBack("P2", TransferType.REFUND, Credits.of(100), Credits.ZERO,
                false));

        assertThat(pool.written().stock().addOn().lots()).isEmpty();
        assertThat(List.of(pool.written().available(), pool.written().debt()))
                .containsOnly(Credits.ZERO);
    }

    @Test
    @DisplayName("Rule 29 the debt of a refund is repaid at once by what else there is")
    void refund_of_what_is_spent() {
        PoolDriver pool = aPool().withMonthly(100).withAddOn(100).open();
        pool.charge(200);
        pool.goTo("2026-02-01T00:00:00Z");

        pool.ask(new Command.TakeBack("P1", TransferType.REFUND, Credits.of(70), Credits.ZERO, true));

        PoolAssert.assertThat(pool).hasDebt(0).hasMonthly(30).hasAvailable(30);
    }

    @Test
    @DisplayName("Rule 31 what debt leaves of a renewal is told before what is spent next")
    void renewal_that_repays() {
        PoolDriver pool = aPool().withMonthly(100).open();
        pool.chargeEvenIntoDebt(185);
        pool.goTo("2026-02-01T00:00:00Z");
        pool.charge(10);

        Instant renewal = Instant.parse("2026-03-01T00:00:00Z");
        assertThat(pool.told()).endsWith(
                new Matter.Low(20, Credits.of(15), Credits.of(100), Credits.of(15), renewal),
                new Matter.Low(10, Credits.of(5), Credits.of(100), Credits.of(5), renewal));
    }
}
