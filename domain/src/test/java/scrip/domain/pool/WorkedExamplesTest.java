package scrip.domain.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Transfer;
import scrip.domain.ledger.TransferType;
import scrip.domain.pricing.Receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static scrip.domain.pool.PoolAssert.assertThat;
import static scrip.domain.pool.PoolFixture.aLicense;
import static scrip.domain.pool.PoolFixture.aPool;

/** The worked examples of the rules, by their letters; those of money (J, K, O, Q) are tested with purchases. */
class WorkedExamplesTest {

    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    private static Instant[] instants(String... instants) {
        return List.of(instants).stream().map(Instant::parse).toArray(Instant[]::new);
    }

    @Nested
    class A_month_end {

        @Test
        void example_a_a_license_from_31_january_renews_on_the_last_day_of_shorter_months() {
            PoolDriver pool = aPool().open();
            pool.goTo("2026-01-31T14:00:00Z")
                    .enter(aLicense(1, 100).startingAt("2026-01-31T09:00", "America/New_York"));

            assertThat(pool.renewals(4)).containsExactly(instants("2026-02-28T14:00:00Z", "2026-03-31T13:00:00Z",
                    "2026-04-30T13:00:00Z", "2026-05-31T13:00:00Z"));
        }
    }

    @Nested
    class B_daylight_saving {

        @Test
        void example_b_a_renewal_in_the_hour_that_spring_skips_happens_once_an_hour_later() {
            PoolDriver pool = aPool().open();
            pool.goTo("2026-02-08T07:30:00Z")
                    .enter(aLicense(1, 100).startingAt("2026-02-08T02:30", "America/New_York"));

            assertThat(pool.renewals(2)).containsExactly(instants("2026-03-08T07:30:00Z", "2026-04-08T06:30:00Z"));
        }

        @Test
        void example_b_a_renewal_in_the_hour_that_autumn_has_twice_happens_once_the_first_time() {
            PoolDriver pool = aPool().open();
            pool.goTo("2026-10-01T05:30:00Z")
                    .enter(aLicense(1, 100).startingAt("2026-10-01T01:30", "America/New_York"));

            assertThat(pool.renewals(2)).containsExactly(instants("2026-11-01T05:30:00Z", "2026-12-01T06:30:00Z"));
        }
    }

    @Nested
    class C_boundary {

        @Test
        void example_c_a_charge_at_exactly_the_renewal_belongs_to_the_new_period() {
            PoolDriver pool = aPool().withMonthly(100).open();
            pool.charge(40);
            Instant renewal = Instant.parse("2026-02-01T00:00:00Z");

            pool.goTo(renewal.minus(MICROSECOND)).charge(10);
            assertThat(pool).hasMonthly(50);
            pool.goTo(renewal).charge(10);

            assertThat(pool).hasMonthly(90).hasAvailable(90);
            assertThat(expired(pool)).isEqualTo(Credits.of(50));
        }
    }

    @Nested
    class D_hold_across_renewal {

        private final PoolDriver pool = aPool().withMonthly(100).withAddOn(200).open();
        private final Hold hold;

        D_hold_across_renewal() {
            pool.goTo("2026-01-31T23:55:00Z");
            hold = pool.hold(150);
            assertThat(pool).hasMonthly(0).hasAddOn(150).hasHeld(150);
            pool.goTo("2026-02-01T00:05:00Z");
        }

        @Test
        void example_d_settling_120_spends_the_old_months_credits_first() {
            pool.settle(hold, 120);

            assertThat(pool).hasMonthly(100).hasAddOn(180).hasHeld(0);
            assertThat(expired(pool)).isEqualTo(Credits.ZERO);
        }

        @Test
        void example_d_settling_80_lets_what_is_left_of_the_old_month_expire() {
            pool.settle(hold, 80);

            assertThat(pool).hasMonthly(100).hasAddOn(200).hasHeld(0);
            assertThat(expired(pool)).isEqualTo(Credits.of(20));
        }
    }

    @Nested
    class E_expiry_inside_a_hold {

        @Test
        void example_e_what_a_hold_returns_to_an_ended_add_on_pool_expires() {
            PoolDriver pool = aPool().withAddOn(100).open();
            pool.goTo("2026-12-31T23:55:00Z");
            Hold hold = pool.hold(60);
            pool.goTo("2027-01-01T00:00:00Z").touch();
            assertThat(expired(pool)).isEqualTo(Credits.of(40));

            pool.goTo("2027-01-01T00:01:00Z").settle(hold, 50);

            assertThat(expired(pool)).isEqualTo(Credits.of(50));
            assertThat(pool).hasAvailable(0).hasHeld(0).hasDebt(0).hasNoAddOnPool();
        }
    }

    @Nested
    class F_late_settle {

        private final PoolDriver pool = aPool().withAddOn(60).open();
        private final Hold hold = pool.hold(60);

        F_late_settle() {
            assertThat(pool).hasAvailable(0).hasHeld(60);
            pool.pass(Duration.ofMinutes(15));
        }

        @Test
        void example_f_a_late_settlement_is_charged_from_what_returned() {
            Charge charge = pool.settle(hold, 50);

            assertThat(charge.late()).isTrue();
            assertThat(pool).hasAvailable(10).hasDebt(0).hasHeld(0);
        }

        @Test
        void example_f_a_late_settlement_of_credits_that_another_spent_makes_debt() {
            pool.charge(60);

            Charge charge = pool.settle(hold, 50);

            assertThat(charge.debt()).isEqualTo(Credits.of(50));
            assertThat(pool).hasAvailable(0).hasDebt(50);
            pool.buy(100);
            assertThat(pool).hasAvailable(50).hasDebt(0);
        }
    }

    @Nested
    class G_above_the_hold {

        private final PoolDriver pool = aPool().withMonthly(60).open();

        @Test
        void example_g_settling_above_the_hold_takes_all_there_is_and_makes_debt_of_the_rest() {
            Charge charge = pool.settle(pool.hold(50), 75);

            assertThat(charge.credits()).isEqualTo(Credits.of(75));
            assertThat(charge.slices().total()).isEqualTo(Credits.of(60));
            assertThat(charge.debt()).isEqualTo(Credits.of(15));
            assertThat(pool).hasAvailable(0).hasDebt(15);
        }

        @Test
        void example_g_nothing_above_the_ceiling_is_charged() {
            Charge charge = pool.settle(pool.holdWithCeiling(50, 50), 75);

            assertThat(charge.credits()).isEqualTo(Credits.of(50));
            assertThat(charge.waived()).isEqualTo(Credits.of(25));
            assertThat(pool).hasAvailable(10).hasDebt(0);
        }
    }

    @Nested
    class H_contention {

        @Test
        void example_h_of_20_holds_of_75_on_500_exactly_6_are_granted() {
            PoolDriver pool = aPool().withMonthly(500).open();
            Command hold = new Command.PlaceHold(PoolDriver.WORK, Credits.of(75), null, Duration.ofMinutes(15));

            List<Reply> replies = pool.askInOneTurn(Collections.nCopies(20, hold));

            assertThat(replies).filteredOn(Reply.Held.class::isInstance).hasSize(6);
            assertThat(replies).filteredOn(Reply.Insufficient.class::isInstance).hasSize(14);
            assertThat(pool).hasHeld(450).hasAvailable(50);
        }

        @Test
        void example_h_of_1000_charges_of_1_on_100_exactly_100_are_granted() {
            PoolDriver pool = aPool().withMonthly(100).open();

            List<Reply> replies = pool.askInOneTurn(Collections.nCopies(1000, charging(Credits.of(1))));

            assertThat(replies).filteredOn(Reply.Charged.class::isInstance).hasSize(100);
            assertThat(pool).hasAvailable(0).hasDebt(0).hasMonthlyUsed(100);
        }
    }

    @Nested
    class I_pool_end {

        private final PoolDriver pool = aPool().open().goTo("2026-02-10T00:00:00Z").buy(300);

        @Test
        void example_i_a_purchase_on_the_last_day_keeps_the_whole_pool_for_a_year() {
            pool.goTo("2027-02-09T00:00:00Z").buy(100);

            assertThat(pool).hasAddOn(400).hasAddOnUntil("2028-02-09T00:00:00Z");
        }

        @Test
        void example_i_a_purchase_at_the_very_end_starts_afresh() {
            pool.goTo("2027-02-10T00:00:00Z").buy(100);

            assertThat(pool).hasAddOn(100).hasAddOnUntil("2028-02-10T00:00:00Z");
            assertThat(expired(pool)).isEqualTo(Credits.of(300));
        }

        @Test
        void example_i_a_payment_in_time_that_is_heard_late_reverses_the_expiry() {
            pool.goTo("2027-02-10T00:04:00Z").touch();
            assertThat(pool).hasNoAddOnPool();

            pool.goTo("2027-02-10T00:05:00Z").buyPaidAt(100, "2027-02-09T23:59:59Z");

            assertThat(pool).hasAddOn(400).hasAddOnUntil("2028-02-09T23:59:59Z");
            assertThat(sum(pool, TransferType.EXPIRY_REVERSAL)).isEqualTo(Credits.of(300));
        }
    }

    @Nested
    class L_seats {

        private final PoolDriver pool = aPool().withLicense(aLicense(5, 100)).open();

        @Test
        void example_l_the_high_water_mark_of_the_seats_is_granted_and_no_more() {
            pool.enter(aLicense(7, 100)).enter(aLicense(2, 100)).enter(aLicense(7, 100));

            assertThat(pool).hasGranted(700).hasMonthly(700);
            assertThat(sum(pool, TransferType.GRANT)).isEqualTo(Credits.of(700));
        }

        @Test
        void example_l_fewer_seats_count_from_the_next_renewal() {
            pool.enter(aLicense(7, 100)).enter(aLicense(2, 100));

            pool.goTo("2026-02-01T00:00:00Z");

            assertThat(pool).hasGranted(200).hasMonthly(200);
        }
    }

    @Nested
    class M_plan {

        @Test
        void example_m_a_larger_plan_grants_the_difference_at_once() {
            PoolDriver pool = aPool().withLicense(aLicense(1, 2000)).withAddOn(300).open();
            pool.charge(1500);

            pool.goTo("2026-01-20T12:00:00Z").enter(aLicense(1, 5000));

            assertThat(pool).hasMonthly(3500).hasGranted(5000).hasAddOn(300).hasAddOnUntil("2027-01-01T00:00:00Z")
                    .hasPeriod("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z");
        }
    }

    @Nested
    class N_three_missed_renewals {

        @Test
        void example_n_three_missed_renewals_are_granted_once_however_many_nodes_wake() {
            PoolDriver pool = aPool().withMonthly(100).open().goTo("2026-04-10T00:00:00Z");

            for (int node = 0; node < 5; node++) {
                pool.touch();
            }

            assertThat(pool.ledger()).filteredOn(t -> t.type() == TransferType.GRANT).extracting(Transfer::dueAt)
                    .containsExactly(instants("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z",
                            "2026-04-01T00:00:00Z"));
            assertThat(expired(pool)).isEqualTo(Credits.of(300));
            assertThat(pool).hasAvailable(100);
        }
    }

    @Nested
    class P_precision {

        @Test
        @Tag("slow")
        void example_p_a_million_charges_of_a_micro_credit_are_exactly_one_credit() {
            PoolDriver pool = aPool().withMonthly(500).open();
            List<Command> tenThousand = Collections.nCopies(10_000, charging(Credits.ofMicros(1)));

            for (int turn = 0; turn < 100; turn++) {
                pool.askInOneTurn(tenThousand);
            }

            assertThat(pool).hasAvailable(499).hasMonthlyUsed(1);
        }

        @Test
        void example_p_decimals_are_exact() {
            PoolDriver pool = aPool().withMonthly(500).open();

            pool.charge(Credits.ofMicros(20_000));
            pool.charge(Credits.ofMicros(40_000));

            assertThat(pool).hasAvailable("499.94");
        }
    }

    private static Command charging(Credits credits) {
        return new Command.MakeCharge(PoolDriver.WORK, credits, Receipt.REPORTED, false);
    }

    private static Credits expired(PoolDriver pool) {
        return sum(pool, TransferType.EXPIRY);
    }

    private static Credits sum(PoolDriver pool, TransferType type) {
        Credits sum = Credits.ZERO;
        for (Transfer transfer : pool.ledger()) {
            sum = transfer.type() == type ? sum.plus(transfer.credits()) : sum;
        }
        return sum;
    }
}
