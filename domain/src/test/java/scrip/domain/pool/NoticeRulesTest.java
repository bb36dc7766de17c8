package scrip.domain.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.TransferType;
import scrip.domain.notice.Matter;
import scrip.domain.notice.Notice;
import scrip.domain.notice.NoticeTerms;
import scrip.domain.pricing.Receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static scrip.domain.pool.PoolFixture.aLicense;
import static scrip.domain.pool.PoolFixture.aPool;

/** Rule 31: what people are told, and that it is told once. */
@DisplayName("Rule 31: notices")
class NoticeRulesTest {

    private static final Instant RENEWAL = Instant.parse("2026-02-01T00:00:00Z");

    @Nested
    @DisplayName("at 20 %, 10 % and 0 % of the period's grant left")
    class Low {

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

    @Nested
    @DisplayName("30, 7 and 1 days before add-on credits end")
    class AddOnEnding {

        private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");

        private final PoolDriver pool = aPool().withAddOn(300).open();

        @Test
        void each_is_told_when_it_is_due_and_dated_so() {
            assertThat(pool.written().told().nextAt()).isEqualTo("2026-12-02T00:00:00Z");
            pool.goTo("2026-12-01T23:59:59.999999Z").touch();
            assertThat(pool.told()).isEmpty();

            pool.goTo("2026-12-03T10:00:00Z").touch();
            pool.goTo("2026-12-25T00:00:00Z").touch();
            pool.goTo("2026-12-31T00:00:00Z").touch();

            assertThat(pool.notices()).extracting(Notice::at, Notice::matter).containsExactly(
                    tuple(Instant.parse("2026-12-02T00:00:00Z"), ending(30)),
                    tuple(Instant.parse("2026-12-25T00:00:00Z"), ending(7)),
                    tuple(Instant.parse("2026-12-31T00:00:00Z"), ending(1)));
            assertThat(pool.written().told().nextAt()).isNull();
        }

        private static Matter ending(int days) {
            return new Matter.AddOnEnding(days, Credits.of(300), END);
        }

        @Test
        void who_was_away_is_told_the_most_urgent_and_of_what_is_over_nothing() {
            pool.goTo("2026-12-26T00:00:00Z").touch();
            assertThat(pool.told()).containsExactly(ending(7));

            pool.goTo("2027-01-05T00:00:00Z").touch();
            assertThat(pool.told()).hasSize(1);
        }

        @Test
        void a_purchase_arms_them_for_the_new_end() {
            pool.goTo("2026-12-31T00:00:00Z").touch();
            pool.buy(100);
            assertThat(pool.written().told().nextAt()).isEqualTo("2027-12-01T00:00:00Z");

            pool.goTo("2027-12-01T00:00:00Z").touch();

            assertThat(pool.told()).containsExactly(ending(1),
                    new Matter.AddOnEnding(30, Credits.of(400), Instant.parse("2027-12-31T00:00:00Z")));
        }

        @Test
        void a_purchase_that_leaves_the_end_where_it_is_repeats_nothing() {
            pool.goTo("2026-12-03T00:00:00Z").touch();

            pool.buyPaidAt(100, "2025-12-20T00:00:00Z");

            assertThat(pool.told()).hasSize(1);
        }

        @Test
        void an_end_that_a_refund_moves_back_is_told_from_then_on() {
            pool.goTo("2026-12-20T00:00:00Z").buy(100);
            pool.goTo("2026-12-28T00:00:00Z");

            pool.ask(new Command.TakeBack("P2", TransferType.REFUND, Credits.of(100), Credits.ZERO, false));

            assertThat(pool.told()).containsExactly(ending(30), ending(7));
            assertThat(pool.notices().getLast().at()).isEqualTo(pool.now());
        }

        @Test
        void of_an_empty_pool_nothing_is_told() {
            pool.charge(300);

            pool.goTo("2026-12-31T00:00:00Z").touch();

            assertThat(pool.told()).isEmpty();
            assertThat(pool.written().told().nextAt()).isNull();
        }
    }

    @Nested
    @DisplayName("on plan change")
    class PlanChanged {

        @Test
        void a_first_license_another_one_and_its_end_are_told() {
            PoolDriver pool = aPool().withFreePlan(100).open().goTo("2026-01-10T00:00:00Z");
            pool.enter(aLicense(5, 800).endingAt("2026-03-05T12:00:00Z"));
            pool.enter(aLicense(6, 800).endingAt("2026-03-05T12:00:00Z"));
            assertThat(pool.written().told().nextAt()).isEqualTo("2026-03-05T12:00:00Z");

            pool.goTo("2026-04-01T00:00:00Z").touch();

            assertThat(pool.notices()).extracting(Notice::at, Notice::matter).containsExactly(
                    tuple(Instant.parse("2026-01-10T00:00:00Z"), new Matter.PlanChanged("team", 5, Credits.of(4_000))),
                    tuple(Instant.parse("2026-01-10T00:00:00Z"), new Matter.PlanChanged("team", 6, Credits.of(4_800))),
                    tuple(Instant.parse("2026-03-05T12:00:00Z"), new Matter.PlanChanged(null, 0, Credits.of(100))));
        }

        @Test
        void the_same_license_again_or_one_that_only_ends_later_changes_nothing() {
            PoolDriver pool = aPool().open().enter(aLicense(5, 800));

            pool.enter(aLicense(5, 800)).enter(aLicense(5, 800).endingAt("2027-01-01T00:00:00Z"));

            assertThat(pool.told()).hasSize(1);
        }

        @Test
        void a_license_to_come_is_told_when_it_begins() {
            PoolDriver pool = aPool().open().enter(aLicense(5, 800).startingAt("2026-02-10T00:00:00Z"));
            assertThat(pool.told()).isEmpty();

            pool.goTo("2026-02-11T00:00:00Z").touch();

            assertThat(pool.notices()).extracting(Notice::at).containsExactly(Instant.parse("2026-02-10T00:00:00Z"));
        }
    }

    @Test
    @DisplayName("on payment failure")
    void a_payment_that_failed_is_told() {
        PoolDriver pool = aPool().open().goTo("2026-01-10T00:00:00Z");

        Reply reply = pool.ask(new Command.TellPaymentFailed("P1", Credits.of(500)));

        assertThat(reply).isEqualTo(new Reply.Noted());
        assertThat(pool.notices()).containsExactly(
                new Notice(1, pool.now(), new Matter.PaymentFailed("P1", Credits.of(500))));
    }

    @Test
    void looking_at_a_balance_tells_nothing_and_keeps_nothing() {
        PoolDriver pool = aPool().withAddOn(300).open().goTo("2026-12-20T00:00:00Z");

        pool.look();

        assertThat(pool.written().told()).isEqualTo(aPool().withAddOn(300).open().written().told());
        assertThat(pool.pass(Duration.ofDays(1)).touch().told()).hasSize(1);
    }

    @Test
    void shares_and_days_out_of_their_range_are_refused() {
        for (NoticeTermsOf terms : List.<NoticeTermsOf>of(() -> new NoticeTerms(List.of(100), List.of()),
                () -> new NoticeTerms(List.of(-1), List.of()), () -> new NoticeTerms(List.of(), List.of(0)),
                () -> new NoticeTerms(List.of(), List.of(366)))) {
            assertThatThrownBy(terms::make).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("has to be");
        }
    }

    @FunctionalInterface
    private interface NoticeTermsOf {
        NoticeTerms make();
    }
}
