package scrip.domain.pool;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Transfer;
import scrip.domain.ledger.TransferType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static scrip.domain.pool.PoolAssert.assertThat;
import static scrip.domain.pool.PoolFixture.aLicense;
import static scrip.domain.pool.PoolFixture.aPool;

/** Rules 1 to 6: pools and licenses. Tests of many rules at once are in the model's package. */
class LicenseRulesTest {

    @Nested
    @DisplayName("Rule 1: allocation")
    class Rule1 {

        @Test
        void a_period_grants_builders_times_credits_per_builder_to_the_pool() {
            PoolDriver pool = aPool().withLicense(aLicense(3, 800)).open();

            assertThat(pool).hasGranted(2400).hasMonthly(2400).hasAvailable(2400).isLicensed(true);
        }

        @Test
        void a_license_without_builders_grants_nothing() {
            assertThat(aPool().withLicense(aLicense(0, 800)).open()).hasGranted(0).hasAvailable(0);
            assertThatIllegalArgumentException().isThrownBy(() -> aLicense(-1, 800));
        }
    }

    @Nested
    @DisplayName("Rule 2: renewal")
    class Rule2 {

        @Test
        void an_annual_license_renews_monthly_too() {
            PoolDriver pool = aPool().withLicense(aLicense(1, 100).paidYearly()).open();
            pool.charge(70);

            pool.goTo("2026-02-01T00:00:00Z");

            assertThat(pool).hasMonthly(100).hasPeriod("2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z");
        }

        @Test
        void the_insufficient_answer_says_when_credits_renew() {
            PoolDriver pool = aPool().withMonthly(100).open();

            assertThat(pool.tryCharge(101)).isEqualTo(new Reply.Insufficient(Credits.of(101), Credits.of(100),
                    Instant.parse("2026-02-01T00:00:00Z")));
        }
    }

    @Nested
    @DisplayName("Rule 3: no carry-forward")
    class Rule3 {

        @Test
        void what_is_left_expires_before_the_new_period_is_granted() {
            PoolDriver pool = aPool().withMonthly(100).open();
            pool.charge(40);

            pool.goTo("2026-02-01T00:00:00Z").touch();

            assertThat(pool).hasMonthly(100).hasMonthlyUsed(0);
            assertThat(pool.ledger().subList(2, 4)).extracting(Transfer::type).containsExactly(TransferType.EXPIRY,
                    TransferType.GRANT);
        }
    }

    @Nested
    @DisplayName("Rule 4: time passes by itself")
    class Rule4 {

        @Test
        void balances_are_right_though_nobody_touched_the_pool() {
            PoolDriver pool = aPool().withMonthly(100).withAddOn(200).withPromotional(50, "2026-02-10T00:00:00Z")
                    .open();
            pool.charge(130);
            assertThat(pool).hasMonthly(0).hasPromotional(20).hasAddOn(200);

            assertThat(pool.goTo("2026-02-09T23:59:59.999999Z")).hasMonthly(100).hasPromotional(20).hasAddOn(200);
            assertThat(pool.goTo("2026-02-10T00:00:00Z")).hasPromotional(0).hasAddOn(200);
            assertThat(pool.goTo("2026-12-31T23:59:59.999999Z")).hasAddOn(200);
            assertThat(pool.goTo("2027-01-01T00:00:00Z")).hasAddOn(0).hasMonthly(100);
        }

        @Test
        void what_was_missed_is_made_good_in_time_order_and_dated_when_it_was_due() {
            PoolDriver pool = aPool().withMonthly(100).withPromotional(50, "2026-02-10T00:00:00Z").open();
            Hold hold = pool.hold(30, Duration.ofHours(1));

            pool.goTo("2026-03-05T00:00:00Z").touch();

            assertThat(pool.hold(hold).status()).isEqualTo(Hold.Status.LAPSED);
            assertThat(pool.ledger()).extracting(Transfer::dueAt).isSorted();
            assertThat(pool.ledger()).filteredOn(t -> t.type() == TransferType.LAPSE).extracting(Transfer::dueAt)
                    .containsExactly(Instant.parse("2026-01-01T01:00:00Z"));
            assertThat(pool.ledger()).filteredOn(t -> t.type() == TransferType.EXPIRY).extracting(Transfer::dueAt)
                    .containsExactly(Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-02-10T00:00:00Z"),
                            Instant.parse("2026-03-01T00:00:00Z"));
        }

        @Test
        void an_older_clock_does_not_turn_time_back() {
            PoolDriver pool = aPool().withMonthly(100).open().goTo("2026-02-01T00:00:00Z").touch();

            pool.goTo("2026-01-15T00:00:00Z").charge(10);

            assertThat(pool.written()).hasMonthly(90).hasPeriod("2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z");
            assertThat(pool.written().asOf()).isEqualTo("2026-02-01T00:00:00Z");
        }

        @Test
        void at_one_instant_a_period_ends_before_a_hold_lapses_into_it() {
            PoolDriver pool = aPool().withMonthly(100).open().goTo("2026-01-31T23:45:00Z");
            pool.hold(60);

            assertThat(pool.goTo("2026-02-01T00:00:00Z")).hasMonthly(100).hasHeld(0);
        }
    }

    @Nested
    @DisplayName("Rule 5: change of seats or plan in a period")
    class Rule5 {

        private final PoolDriver pool = aPool().withLicense(aLicense(2, 100)).open().goTo("2026-01-10T00:00:00Z");

        @Test
        void raising_grants_the_difference_at_once() {
            pool.charge(150);

            pool.enter(aLicense(3, 100));

            assertThat(pool).hasGranted(300).hasMonthly(150).hasMonthlyUsed(150);
        }

        @Test
        void lowering_takes_nothing_back_until_the_renewal() {
            pool.enter(aLicense(1, 100));

            assertThat(pool).hasGranted(200).hasMonthly(200);
            assertThat(pool.goTo("2026-02-01T00:00:00Z")).hasGranted(100).hasMonthly(100);
        }

        @Test
        void a_raise_repays_debt_first() {
            pool.chargeEvenIntoDebt(250);

            pool.enter(aLicense(3, 100));

            assertThat(pool).hasDebt(0).hasMonthly(50);
        }
    }

    @Nested
    @DisplayName("Rule 6: no license, or one that has ended")
    class Rule6 {

        @Test
        void without_a_license_the_free_plan_renews_from_the_pools_creation() {
            PoolDriver pool = aPool().createdAt("2026-01-31T10:00:00Z").withFreePlan(100).open();
            pool.charge(60);

            assertThat(pool).hasMonthly(40).isLicensed(false);
            assertThat(pool.goTo("2026-02-28T10:00:00Z")).hasMonthly(100).hasPeriod("2026-02-28T10:00:00Z",
                    "2026-03-31T10:00:00Z");
        }

        @Test
        void a_free_plan_of_zero_is_off() {
            assertThat(aPool().withFreePlan(0).open()).hasAvailable(0);
            assertThat(aPool().withFreePlan(0).open().tryCharge(1)).isInstanceOf(Reply.Insufficient.class);
        }

        @Test
        void when_a_license_starts_what_is_left_of_the_free_period_expires() {
            PoolDriver pool = aPool().withFreePlan(100).open().touch().goTo("2026-01-05T00:00:00Z");

            pool.enter(aLicense(1, 800).startingAt("2026-01-05T00:00:00Z"));

            assertThat(pool).hasMonthly(800).hasGranted(800).hasPeriod("2026-01-05T00:00:00Z", "2026-02-05T00:00:00Z");
        }

        @Test
        void a_license_with_a_past_start_grants_the_period_that_is_running_and_none_before() {
            PoolDriver pool = aPool().open().goTo("2026-05-20T00:00:00Z");

            pool.enter(aLicense(1, 800).startingAt("2026-01-15T00:00:00Z"));

            assertThat(pool).hasMonthly(800).hasPeriod("2026-05-15T00:00:00Z", "2026-06-15T00:00:00Z");
            assertThat(pool.ledger()).hasSize(1);
        }

        @Test
        void a_license_with_a_start_to_come_begins_then() {
            PoolDriver pool = aPool().withFreePlan(100).open();

            pool.enter(aLicense(1, 800).startingAt("2026-01-20T00:00:00Z"));

            assertThat(pool.goTo("2026-01-19T23:59:59Z")).hasMonthly(100).isLicensed(false);
            assertThat(pool.goTo("2026-01-20T00:00:00Z")).hasMonthly(800).isLicensed(true)
                    .hasPeriod("2026-01-20T00:00:00Z", "2026-02-20T00:00:00Z");
        }

        @Test
        void the_license_in_force_runs_on_until_the_one_to_come_begins() {
            PoolDriver pool = aPool().withLicense(aLicense(1, 500).endingAt("2026-03-01T00:00:00Z")).open();

            pool.enter(aLicense(1, 800).startingAt("2026-01-20T00:00:00Z").in("Asia/Tokyo"));

            assertThat(pool.goTo("2026-01-19T23:59:59Z")).hasMonthly(500);
            assertThat(pool.goTo("2026-01-20T00:00:00Z")).hasMonthly(800);
            assertThat(pool.goTo("2026-03-01T00:00:00Z")).hasMonthly(800).isLicensed(true);
        }

        @Test
        void the_end_of_a_license_is_exclusive_and_leads_to_the_running_free_period_in_full() {
            PoolDriver pool = aPool().withFreePlan(100)
                    .withLicense(aLicense(1, 800).endingAt("2026-03-15T12:00:00Z")).open();

            assertThat(pool.goTo("2026-03-15T11:59:59.999999Z")).hasMonthly(800).isLicensed(true);
            assertThat(pool.goTo("2026-03-15T12:00:00Z")).hasMonthly(100).isLicensed(false)
                    .hasPeriod("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z");
        }

        @Test
        void ending_a_license_ends_the_one_to_come_too() {
            PoolDriver pool = aPool().withFreePlan(100).withLicense(aLicense(1, 800)).open();
            pool.enter(aLicense(1, 900).startingAt("2026-02-20T00:00:00Z")).goTo("2026-01-10T00:00:00Z");

            pool.endLicense();

            assertThat(pool).hasMonthly(100).isLicensed(false);
            assertThat(pool.goTo("2026-02-20T00:00:00Z")).hasMonthly(100).isLicensed(false);
        }

        @Test
        void ending_no_license_leaves_the_free_period_as_it_is() {
            PoolDriver pool = aPool().withFreePlan(100).open();
            pool.charge(30);

            pool.endLicense();

            assertThat(pool).hasMonthly(70);
        }

        @Test
        void another_start_or_zone_begins_periods_of_its_own() {
            PoolDriver pool = aPool().withLicense(aLicense(1, 100)).open().goTo("2026-01-10T00:00:00Z");
            pool.charge(60);

            pool.enter(aLicense(1, 100).in("Asia/Tokyo"));
            assertThat(pool).hasMonthly(100);
            pool.charge(60);
            pool.enter(aLicense(1, 100).startingAt("2026-01-05T00:00:00Z").in("Asia/Tokyo"));
            assertThat(pool).hasMonthly(100);
            pool.charge(60);
            pool.enter(aLicense(1, 100).startingAt("2026-01-05T00:00:00Z").in("Asia/Tokyo").paidYearly());
            assertThat(pool).hasMonthly(40);
        }

        @Test
        void add_on_credits_stay_usable_when_the_license_has_ended() {
            PoolDriver pool = aPool().withLicense(aLicense(1, 800)).withAddOn(200).open();

            pool.endLicense();

            assertThat(pool).hasAvailable(200).hasAddOn(200);
            pool.charge(150);
            assertThat(pool).hasAddOn(50);
        }
    }
}
