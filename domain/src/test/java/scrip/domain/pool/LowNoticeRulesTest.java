package scrip.domain.pool;

import java.time.Instant;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;
import scrip.domain.notice.Matter;
import scrip.domain.notice.Notice;
import scrip.domain.notice.NoticeTerms;
import scrip.domain.pricing.Receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static scrip.domain.pool.PoolFixture.aLicense;
import static scrip.domain.pool.PoolFixture.aPool;

@DisplayName("Rule 31: notices at 20 %, 10 % and 0 % of the period's grant left")
class LowNoticeRulesTest {

    private static final Instant RENEWAL = Instant.parse("2026-02-01T00:00:00Z");

    private final PoolDriver pool = aPool().withFreePlan(100).open();

    @Test
    void each_share_is_told_when_it_is_reached() {
        pool.charge(79);
        assertThat(pool.told()).isEmpty();
        pool.charge(1);
        assertThat(pool.told()).containsExactly(low(20, 20));
        pool.charge(9);
        pool.charge(1);
        assertThat(pool.told()).endsWith(low(10, 10)).hasSize(2);
        pool.charge(9);
        pool.charge(1);
        assertThat(pool.told()).endsWith(new Matter.Exhausted(Credits.of(100), Credits.ZERO, RENEWAL)).hasSize(3);
    }

    private static Matter low(int percent, long left) {
        return new Matter.Low(percent, Credits.of(left), Credits.of(100), Credits.of(left), RENEWAL);
    }

    @Test
    void of_shares_passed_in_one_charge_only_the_most_urgent_is_told() {
        pool.charge(95);

        assertThat(pool.told()).containsExactly(low(10, 5));
        pool.charge(5);
        assertThat(pool.told()).hasSize(2);
    }

    @Test
    void of_a_thousand_charges_in_one_turn_each_share_is_told_once() {
        pool.askInOneTurn(Collections.nCopies(1_000,
                new Command.MakeCharge(PoolDriver.WORK, Credits.of(1), Receipt.REPORTED, false)));

        assertThat(pool.notices()).extracting(notice -> notice.matter().key())
                .containsExactly("credits.low", "credits.low", "credits.exhausted");
        assertThat(pool.notices()).extracting(Notice::number).containsExactly(1L, 2L, 3L);
    }

    @Test
    void what_is_on_hold_may_come_back_and_counts_as_left() {
        Hold hold = pool.hold(100);
        assertThat(pool.told()).isEmpty();

        pool.settle(hold, 85);

        assertThat(pool.told()).containsExactly(low(20, 15));
    }

    @Test
    void renewal_arms_them_again() {
        pool.charge(80);
        pool.goTo(RENEWAL).charge(79);
        assertThat(pool.told()).hasSize(1);

        pool.charge(1);

        assertThat(pool.told()).hasSize(2);
    }

    @Test
    void credits_that_come_back_do_not_arm_them() {
        Charge charge = pool.charge(80);
        pool.makeGood(charge);

        pool.charge(85);

        assertThat(pool.told()).hasSize(1);
    }

    @Test
    void a_purchase_arms_those_that_are_true_no_longer() {
        pool.makeGood(pool.charge(80));
        pool.buy(100);

        pool.charge(85);

        assertThat(pool.told()).hasSize(2);
    }

    @Test
    void a_purchase_does_not_repeat_what_is_still_true() {
        pool.charge(100);
        pool.buy(100).charge(50);

        assertThat(pool.told()).singleElement().isInstanceOf(Matter.Exhausted.class);
    }

    @Test
    void add_on_credits_are_told_of_but_do_not_put_the_notice_off() {
        pool.buy(300).charge(80);

        assertThat(pool.told()).containsExactly(
                new Matter.Low(20, Credits.of(20), Credits.of(100), Credits.of(320), RENEWAL));
    }

    @Test
    void a_raised_grant_arms_its_shares() {
        PoolDriver team = aPool().withLicense(aLicense(1, 100)).open();
        team.charge(80);
        team.enter(aLicense(2, 100));

        team.charge(80);

        assertThat(team.told()).filteredOn(Matter.Low.class::isInstance)
                .extracting(low -> ((Matter.Low) low).left())
                .containsExactly(Credits.of(20), Credits.of(40));
    }

    @Test
    void a_renewal_that_only_repays_debt_is_told() {
        pool.chargeEvenIntoDebt(195);

        pool.goTo(RENEWAL).touch();

        assertThat(pool.told()).hasSize(2);
        assertThat(pool.written().told().nextAt()).isNull();
    }

    @Test
    void in_debt_a_pool_is_touched_at_its_renewal() {
        pool.chargeEvenIntoDebt(300);

        assertThat(pool.written().told().nextAt()).isEqualTo(RENEWAL);
    }

    @Test
    void of_a_grant_of_nothing_nothing_is_told() {
        PoolDriver none = aPool().withAddOn(100).open();

        none.charge(100);

        assertThat(none.told()).isEmpty();
    }

    @Test
    void shares_are_as_configured_down_to_the_last_micro_credit() {
        PoolDriver half = aPool().withFreePlan(1).withNotices(new NoticeTerms(List.of(50), List.of())).open();

        half.charge(Credits.ofMicros(499_999));
        assertThat(half.told()).isEmpty();
        half.charge(Credits.ofMicros(1));
        assertThat(half.told()).hasSize(1);
        half.charge(Credits.ofMicros(500_000));
        assertThat(half.told()).hasSize(1);
    }

    @Test
    void the_largest_grant_overflows_nothing() {
        Credits most = Credits.ofMicros(Long.MAX_VALUE);

        assertThat(NoticeTerms.DEFAULT.shareReached(Credits.ofMicros(Long.MAX_VALUE / 5), most)).isEqualTo(20);
        assertThat(NoticeTerms.DEFAULT.shareReached(Credits.ofMicros(Long.MAX_VALUE / 5 + 1), most))
                .isEqualTo(NoticeTerms.NONE);
    }
}
