package scrip.domain.pool;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Transfer;
import scrip.domain.ledger.TransferType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static scrip.domain.pool.PoolAssert.assertThat;
import static scrip.domain.pool.PoolFixture.aPool;

/** Rules 9 to 11: add-on and promotional credits. Rule 8 is the price list's. */
class AddOnRulesTest {

    @Nested
    @DisplayName("Rule 9: one year, one pool")
    class Rule9 {

        @Test
        void add_on_credits_are_valid_for_one_year_from_payment() {
            PoolDriver pool = aPool().withAddOn(300).open();

            assertThat(pool).hasAddOnUntil("2027-01-01T00:00:00Z");
            assertThat(pool.goTo("2026-12-31T23:59:59.999999Z")).hasAddOn(300);
            assertThat(pool.goTo("2027-01-01T00:00:00Z")).hasNoAddOnPool();
        }

        @Test
        void a_further_purchase_moves_the_end_of_the_whole_pool() {
            PoolDriver pool = aPool().withAddOn(300).open().goTo("2026-07-01T00:00:00Z").buy(100);

            assertThat(pool).hasAddOn(400).hasAddOnUntil("2027-07-01T00:00:00Z");
        }

        @Test
        void news_of_an_older_payment_does_not_move_the_end_back() {
            PoolDriver pool = aPool().open().goTo("2026-07-01T00:00:00Z").buy(100);

            pool.buyPaidAt(300, "2026-06-01T00:00:00Z");

            assertThat(pool).hasAddOn(400).hasAddOnUntil("2027-07-01T00:00:00Z");
        }

        @Test
        @DisplayName("Rule 12: of purchases paid at one instant the one heard of first is the oldest")
        void purchases_paid_at_one_instant_stay_in_the_order_in_which_they_were_heard_of() {
            PoolDriver pool = aPool().open();

            for (int i = 0; i < 11; i++) {
                pool.buy(100);
            }

            assertThat(pool.look().stock().addOn().lots()).extracting(Lot::purchase).containsExactly("P1", "P2", "P3",
                    "P4", "P5", "P6", "P7", "P8", "P9", "P10", "P11");
        }

        @Test
        void a_payment_of_29_february_is_valid_until_28_february() {
            PoolDriver pool = aPool().createdAt("2028-02-29T10:00:00Z").withAddOn(100).open();

            assertThat(pool).hasAddOnUntil("2029-02-28T10:00:00Z");
        }

        @Test
        void a_pool_that_had_ended_when_the_next_was_paid_is_not_revived_by_late_news() {
            PoolDriver pool = aPool().withAddOn(300).open().goTo("2028-06-01T00:00:00Z").buy(100);

            pool.goTo("2028-06-02T00:00:00Z").buyPaidAt(200, "2026-12-31T00:00:00Z");

            assertThat(pool).hasAddOn(100).hasAddOnUntil("2029-06-01T00:00:00Z");
            assertThat(pool.ledger().getLast().dueAt()).isEqualTo("2027-12-31T00:00:00Z");
        }

        @Test
        void a_payment_heard_after_its_own_year_adds_nothing_to_the_pool_that_runs() {
            PoolDriver pool = aPool().open().goTo("2027-06-01T00:00:00Z").buy(100);

            pool.buyPaidAt(200, "2026-02-01T00:00:00Z");

            assertThat(pool).hasAddOn(100).hasAddOnUntil("2028-06-01T00:00:00Z");
        }
    }

    @Nested
    @DisplayName("Rule 10: paid in time counts")
    class Rule10 {

        @Test
        void late_news_of_a_payment_in_time_brings_back_also_what_a_hold_returned_after_the_end() {
            PoolDriver pool = aPool().withAddOn(100).open().goTo("2026-12-31T23:55:00Z");
            Hold hold = pool.hold(60);
            pool.goTo("2027-01-01T00:01:00Z").settle(hold, 50);
            assertThat(pool).hasAvailable(0);

            pool.goTo("2027-01-01T00:05:00Z").buyPaidAt(100, "2026-12-31T23:59:59Z");

            assertThat(pool).hasAddOn(150).hasAddOnUntil("2027-12-31T23:59:59Z");
        }

        @Test
        void late_news_reaches_a_pool_that_another_purchase_followed() {
            PoolDriver pool = aPool().withAddOn(300).open().goTo("2027-01-02T00:00:00Z").buy(100);
            assertThat(pool).hasAddOn(100);

            pool.buyPaidAt(200, "2026-12-31T00:00:00Z");

            assertThat(pool).hasAddOn(600).hasAddOnUntil("2028-01-02T00:00:00Z");
        }

        @Test
        void a_payment_at_the_very_end_is_too_late() {
            PoolDriver pool = aPool().withAddOn(300).open().goTo("2027-01-01T00:05:00Z");

            pool.buyPaidAt(100, "2027-01-01T00:00:00Z");

            assertThat(pool).hasAddOn(100);
        }

        @Test
        void a_payment_that_lies_ahead_of_our_clock_counts_as_now() {
            PoolDriver pool = aPool().open();

            pool.buyPaidAt(100, "2026-01-01T00:03:00Z");

            assertThat(pool).hasAddOn(100).hasAddOnUntil("2027-01-01T00:00:00Z");
            assertThat(pool.ledger().getLast().dueAt()).isEqualTo("2026-01-01T00:00:00Z");
        }

        @Test
        void a_purchase_is_dated_when_it_was_paid_and_its_expiry_when_it_was_due() {
            PoolDriver pool = aPool().open().goTo("2027-06-01T00:00:00Z");

            pool.buy(100, 20, Instant.parse("2026-02-01T00:00:00Z"));

            assertThat(pool).hasAvailable(0).hasNoAddOnPool();
            assertThat(pool.ledger()).extracting(Transfer::type, Transfer::dueAt).containsExactly(
                    tuple(TransferType.PURCHASE, Instant.parse("2026-02-01T00:00:00Z")),
                    tuple(TransferType.GIFT, Instant.parse("2026-02-01T00:00:00Z")),
                    tuple(TransferType.EXPIRY, Instant.parse("2027-02-01T00:00:00Z")),
                    tuple(TransferType.EXPIRY, Instant.parse("2027-02-01T00:00:00Z")));
        }

        @Test
        void what_has_ended_already_repays_no_debt() {
            PoolDriver pool = aPool().open().goTo("2027-06-01T00:00:00Z");
            pool.chargeEvenIntoDebt(50);

            pool.buyPaidAt(100, "2026-02-01T00:00:00Z");

            assertThat(pool).hasDebt(50).hasAvailable(0);
        }
    }

    @Nested
    @DisplayName("Rule 11: promotional grants")
    class Rule11 {

        @Test
        void each_grant_has_its_own_end() {
            PoolDriver pool = aPool().withPromotional(30, "2026-03-01T00:00:00Z")
                    .withPromotional(20, "2026-02-01T00:00:00Z").open();

            assertThat(pool).hasPromotional(50);
            assertThat(pool.goTo("2026-02-01T00:00:00Z")).hasPromotional(30);
            assertThat(pool.goTo("2026-03-01T00:00:00Z")).hasPromotional(0);
        }

        @Test
        void bonus_credits_of_a_purchase_are_promotional_and_end_with_its_year() {
            PoolDriver pool = aPool().open();

            pool.buy(100, 20, pool.now());

            assertThat(pool).hasAddOn(100).hasPromotional(20);
            Grant bonus = pool.look().stock().grants().getFirst();
            assertThat(bonus.expiresAt()).isEqualTo("2027-01-01T00:00:00Z");
            assertThat(bonus.purchase()).isEqualTo("P1");
        }

        @Test
        void one_that_would_have_ended_by_now_is_not_given() {
            PoolDriver pool = aPool().open();

            Reply reply = pool.ask(new Command.GrantCredits(Credits.of(30), pool.now(), "too late"));

            assertThat(reply).isEqualTo(new Reply.AlreadyOver());
            assertThat(pool.ledger()).isEmpty();
        }

        @Test
        void the_answer_names_the_grant() {
            PoolDriver pool = aPool().open();

            Grant grant = pool.gift(30, "2026-03-01T00:00:00Z");

            assertThat(grant).isEqualTo(new Grant(grant.number(), Credits.of(30),
                    Instant.parse("2026-03-01T00:00:00Z"), "goodwill", null));
            assertThat(pool.look().stock().grants()).isEqualTo(List.of(grant));
        }
    }
}
