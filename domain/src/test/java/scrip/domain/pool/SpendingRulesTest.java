package scrip.domain.pool;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Source;
import scrip.domain.pricing.Receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static scrip.domain.pool.PoolAssert.assertThat;
import static scrip.domain.pool.PoolFixture.aPool;

/** Rules 12 to 18 and 23: holding, settling and charging. */
class SpendingRulesTest {

    @Nested
    @DisplayName("Rule 12: order")
    class Rule12 {

        @Test
        void monthly_credits_are_spent_before_promotional_ones_and_those_before_add_on_credits() {
            PoolDriver pool = aPool().withAddOn(100).withPromotional(50, "2026-06-01T00:00:00Z").withMonthly(30).open();

            pool.charge(20);
            assertThat(pool).hasMonthly(10).hasPromotional(50).hasAddOn(100);
            pool.charge(20);
            assertThat(pool).hasMonthly(0).hasPromotional(40).hasAddOn(100);
            pool.charge(50);
            assertThat(pool).hasMonthly(0).hasPromotional(0).hasAddOn(90);
        }

        @Test
        void the_promotional_grant_that_ends_soonest_is_spent_first() {
            PoolDriver pool = aPool().withPromotional(30, "2026-06-01T00:00:00Z")
                    .withPromotional(20, "2026-03-01T00:00:00Z").open();

            pool.charge(20);

            assertThat(pool.goTo("2026-03-01T00:00:00Z")).hasPromotional(30);
        }

        @Test
        void the_oldest_purchase_is_spent_first_whenever_it_was_heard_of() {
            PoolDriver pool = aPool().createdAt("2026-02-01T00:00:00Z").withAddOn(100).open();
            pool.buyPaidAt(100, "2026-01-15T00:00:00Z");

            assertThat(pool.charge(150).slices().list()).containsExactly(
                    new Slice(new Source.AddOn("P2"), Credits.of(100)),
                    new Slice(new Source.AddOn("P1"), Credits.of(50)));
        }
    }

    @Nested
    @DisplayName("Rule 13: hold, settle or release")
    class Rule13 {

        private final PoolDriver pool = aPool().withMonthly(100).open();

        @Test
        void a_hold_is_granted_whole_or_refused() {
            assertThat(pool.tryHold(101)).isEqualTo(new Reply.Insufficient(Credits.of(101), Credits.of(100),
                    Instant.parse("2026-02-01T00:00:00Z")));
            assertThat(pool).hasAvailable(100).hasHeld(0);

            pool.hold(100);

            assertThat(pool).hasAvailable(0).hasHeld(100);
        }

        @Test
        void a_hold_lapses_at_its_end_and_its_credits_return() {
            Hold hold = pool.hold(60);

            pool.pass(Duration.ofMinutes(15).minusNanos(1000));
            assertThat(pool).hasHeld(60);
            pool.pass(Duration.ofNanos(1000)).touch();

            assertThat(pool).hasAvailable(100).hasHeld(0);
            assertThat(pool.hold(hold).status()).isEqualTo(Hold.Status.LAPSED);
        }

        @Test
        void a_released_hold_gives_all_back() {
            assertThat(pool.release(pool.hold(60)).status()).isEqualTo(Hold.Status.RELEASED);

            assertThat(pool).hasAvailable(100).hasHeld(0);
        }

        @Test
        void a_hold_can_be_extended_but_never_shortened() {
            Hold hold = pool.hold(60);

            assertThat(pool.extend(hold, Duration.ofHours(1)).expiresAt()).isEqualTo("2026-01-01T01:00:00Z");
            assertThat(pool.extend(hold, Duration.ofMinutes(1)).expiresAt()).isEqualTo("2026-01-01T01:00:00Z");
            assertThat(pool.goTo("2026-01-01T00:59:59Z")).hasHeld(60);
            assertThat(pool.goTo("2026-01-01T01:00:00Z")).hasHeld(0);
        }

        @Test
        void a_hold_that_is_closed_stays_closed() {
            Hold settled = pool.hold(10);
            pool.settle(settled, 10);
            Hold released = pool.release(pool.hold(10));
            Hold lapsed = pool.hold(10);
            pool.pass(Duration.ofHours(1));

            for (Hold hold : List.of(settled, released)) {
                assertThat(pool.ask(new Command.Settle(hold.number(), Credits.of(1), Receipt.REPORTED)))
                        .isEqualTo(new Reply.HoldClosed(pool.hold(hold)));
            }
            for (Hold hold : List.of(settled, released, lapsed)) {
                assertThat(pool.ask(new Command.Release(hold.number()))).isInstanceOf(Reply.HoldClosed.class);
                assertThat(pool.ask(new Command.Extend(hold.number(), Duration.ofHours(1))))
                        .isInstanceOf(Reply.HoldClosed.class);
            }
            assertThat(pool).hasAvailable(90);
        }

        @Test
        void a_hold_that_never_was_is_not_found() {
            assertThat(pool.ask(new Command.Settle(99, Credits.of(1), Receipt.REPORTED)))
                    .isEqualTo(new Reply.NoSuchHold());
            assertThat(pool.ask(new Command.Release(99))).isEqualTo(new Reply.NoSuchHold());
            assertThat(pool.ask(new Command.Extend(99, Duration.ofHours(1)))).isEqualTo(new Reply.NoSuchHold());
        }

        @Test
        void what_is_asked_of_one_hold_in_one_turn_is_decided_in_order() {
            Hold hold = pool.hold(60);

            List<Reply> replies = pool.askInOneTurn(List.of(
                    new Command.Settle(hold.number(), Credits.of(50), Receipt.REPORTED),
                    new Command.Release(hold.number())));

            assertThat(replies.getFirst()).isInstanceOf(Reply.Charged.class);
            assertThat(replies.getLast()).isInstanceOf(Reply.HoldClosed.class);
            assertThat(pool).hasAvailable(50);
        }
    }

    @Nested
    @DisplayName("Rule 14: settling")
    class Rule14 {

        @Test
        void a_settlement_spends_in_order_and_returns_the_rest() {
            PoolDriver pool = aPool().withMonthly(30).withPromotional(20, "2026-06-01T00:00:00Z").withAddOn(100).open();

            pool.settle(pool.hold(100), 40);

            assertThat(pool).hasMonthly(0).hasPromotional(10).hasAddOn(100).hasHeld(0);
        }

        @Test
        void a_settlement_of_nothing_returns_all() {
            PoolDriver pool = aPool().withMonthly(30).open();

            assertThat(pool.settle(pool.hold(30), 0).credits()).isEqualTo(Credits.ZERO);

            assertThat(pool).hasMonthly(30);
        }

        @Test
        void what_returns_to_a_grant_that_has_ended_expires_there() {
            PoolDriver pool = aPool().withPromotional(50, "2026-01-01T00:10:00Z").open();
            Hold hold = pool.hold(50);

            pool.goTo("2026-01-01T00:12:00Z").settle(hold, 20);

            assertThat(pool).hasAvailable(0).hasHeld(0);
        }
    }

    @Nested
    @DisplayName("Rules 15 and 16: above the hold, and late")
    class Rules15And16 {

        @Test
        void a_late_settlement_is_charged_in_full_up_to_its_ceiling() {
            PoolDriver pool = aPool().withMonthly(100).open();
            Hold hold = pool.holdWithCeiling(50, 60);

            Charge charge = pool.pass(Duration.ofHours(1)).settle(hold, 80);

            assertThat(charge.late()).isTrue();
            assertThat(charge.credits()).isEqualTo(Credits.of(60));
            assertThat(charge.waived()).isEqualTo(Credits.of(20));
            assertThat(pool).hasAvailable(40).hasDebt(0);
            assertThat(pool.hold(hold).status()).isEqualTo(Hold.Status.SETTLED);
        }

        @Test
        void a_settlement_in_time_is_not_late_and_waives_nothing_below_the_ceiling() {
            PoolDriver pool = aPool().withMonthly(100).open();

            Charge charge = pool.settle(pool.holdWithCeiling(50, 60), 55);

            assertThat(charge.late()).isFalse();
            assertThat(charge.waived()).isEqualTo(Credits.ZERO);
            assertThat(pool).hasAvailable(45);
        }
    }

    @Nested
    @DisplayName("Rule 17: debt")
    class Rule17 {

        private final PoolDriver pool = aPool().withMonthly(50).open();

        Rule17() {
            pool.hold(30);
            pool.chargeEvenIntoDebt(30);
        }

        @Test
        void while_there_is_debt_nothing_is_available() {
            assertThat(pool).hasDebt(10).hasAvailable(0).hasHeld(30);
            assertThat(pool.tryCharge(1)).isInstanceOf(Reply.Insufficient.class);
        }

        @Test
        void credits_that_return_repay_it_first() {
            pool.pass(Duration.ofMinutes(15));

            assertThat(pool).hasDebt(0).hasMonthly(20);
        }

        @Test
        void credits_of_any_kind_that_arrive_repay_it_first() {
            pool.gift(4, "2026-06-01T00:00:00Z");
            assertThat(pool).hasDebt(6).hasPromotional(0);
            pool.buy(100);
            assertThat(pool).hasDebt(0).hasAddOn(94);
        }

        @Test
        void a_renewal_repays_it_first() {
            pool.goTo("2026-01-31T23:59:00Z");
            pool.hold(20, Duration.ofHours(1));
            pool.chargeEvenIntoDebt(15);

            assertThat(pool.goTo("2026-02-01T00:00:00Z")).hasDebt(0).hasMonthly(35);
        }

        @Test
        void what_arrives_together_repays_in_the_order_of_spending() {
            pool.buy(100, 20, pool.now());

            assertThat(pool).hasDebt(0).hasPromotional(10).hasAddOn(100);
        }
    }

    @Nested
    @DisplayName("Rules 18 and 23: charges, and own AI keys")
    class Rules18And23 {

        private final PoolDriver pool = aPool().withMonthly(50).open();

        @Test
        void a_charge_is_refused_whole_unless_debt_is_asked_for() {
            assertThat(pool.tryCharge(60)).isInstanceOf(Reply.Insufficient.class);
            assertThat(pool).hasAvailable(50);

            Charge charge = pool.chargeEvenIntoDebt(60);

            assertThat(charge.slices().total()).isEqualTo(Credits.of(50));
            assertThat(charge.debt()).isEqualTo(Credits.of(10));
            assertThat(pool).hasAvailable(0).hasDebt(10);
        }

        @Test
        void work_on_an_own_key_is_recorded_and_costs_nothing() {
            Work own = new Work("query", "ada@example.com", true, null);

            Reply held = pool.ask(new Command.PlaceHold(own, Credits.of(500), null, Duration.ofMinutes(1)));
            Hold hold = ((Reply.Held) held).hold();
            Reply charged = pool.ask(new Command.MakeCharge(own, Credits.of(500), Receipt.REPORTED, false));

            assertThat(hold.credits()).isEqualTo(Credits.ZERO);
            assertThat(pool.settle(hold, 400).credits()).isEqualTo(Credits.ZERO);
            assertThat(((Reply.Charged) charged).charge().credits()).isEqualTo(Credits.ZERO);
            assertThat(pool).hasAvailable(50);
        }
    }
}
