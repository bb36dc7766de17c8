package scrip.domain.pool;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;

import static org.assertj.core.api.Assertions.assertThat;
import static scrip.domain.pool.PoolAssert.assertThat;
import static scrip.domain.pool.PoolFixture.aPool;

@DisplayName("Rule 19: make-good")
class MakeGoodRulesTest {

    @Test
    void all_of_a_charge_goes_back_where_it_came_from() {
        PoolDriver pool = aPool().withMonthly(50).withAddOn(100).open();

        Reply.MadeGood made = pool.makeGood(pool.charge(80));

        assertThat(made.refunded()).isEqualTo(Credits.of(80));
        assertThat(pool).hasMonthly(50).hasAddOn(100);
    }

    @Test
    void a_part_goes_back_in_the_reverse_order_of_spending() {
        PoolDriver pool = aPool().withMonthly(50).withPromotional(20, "2026-06-01T00:00:00Z").withAddOn(100).open();
        Charge charge = pool.charge(100);

        Reply.MadeGood made = pool.makeGood(charge, 40);

        assertThat(made.returned().of(Account.ADD_ON)).isEqualTo(Credits.of(30));
        assertThat(made.returned().of(Account.PROMOTIONAL)).isEqualTo(Credits.of(10));
        assertThat(pool).hasMonthly(0).hasPromotional(10).hasAddOn(100);
        pool.makeGood(charge, 20);
        assertThat(pool).hasMonthly(10).hasPromotional(20);
    }

    @Test
    void add_on_credits_go_back_before_monthly_ones_though_those_were_spent_later() {
        PoolDriver pool = aPool().withMonthly(100).withAddOn(200).open();
        Hold hold = pool.goTo("2026-01-31T23:59:00Z").hold(150);
        Charge charge = pool.goTo("2026-02-01T00:00:00Z").settle(hold, 200);
        assertThat(pool).hasMonthly(50).hasAddOn(150);

        Reply.MadeGood made = pool.makeGood(charge, 60);

        assertThat(made.returned().of(Account.ADD_ON)).isEqualTo(Credits.of(50));
        assertThat(made.returned().of(Account.MONTHLY)).as("of the month that runs").isEqualTo(Credits.of(10));
        assertThat(pool).hasMonthly(60).hasAddOn(200);
    }

    @Test
    void add_on_credits_go_back_before_monthly_ones_that_repaid_the_debt() {
        PoolDriver pool = aPool().withMonthly(50).withAddOn(20).open();
        Charge charge = pool.chargeEvenIntoDebt(100);
        pool.goTo("2026-02-01T00:00:00Z").touch();
        assertThat(pool).hasMonthly(20).hasAddOn(0).hasDebt(0);

        pool.makeGood(charge, 30);

        assertThat(pool).hasMonthly(30).hasAddOn(20);
    }

    @Test
    void credits_whose_source_has_ended_come_back_as_promotional_ones_for_30_days() {
        PoolDriver pool = aPool().withMonthly(50).withAddOn(100).open();
        Charge charge = pool.charge(80);

        Reply.MadeGood made = pool.goTo("2026-02-10T00:00:00Z").makeGood(charge);

        assertThat(made.asPromotional()).isEqualTo(Credits.of(50));
        assertThat(pool).hasMonthly(50).hasPromotional(50).hasAddOn(100);
        assertThat(pool.goTo("2026-03-11T23:59:59Z")).hasPromotional(50);
        assertThat(pool.goTo("2026-03-12T00:00:00Z")).hasPromotional(0);
    }

    @Test
    void what_is_still_owed_is_forgiven_first() {
        PoolDriver pool = aPool().withMonthly(50).open();
        Charge charge = pool.chargeEvenIntoDebt(80);

        Reply.MadeGood made = pool.makeGood(charge, 40);

        assertThat(made.forgiven()).isEqualTo(Credits.of(30));
        assertThat(pool).hasDebt(0).hasMonthly(10);
    }

    @Test
    void debt_that_was_repaid_goes_back_to_what_repaid_it() {
        PoolDriver pool = aPool().withMonthly(50).open();
        Charge charge = pool.chargeEvenIntoDebt(80);
        pool.buy(100);
        assertThat(pool).hasAddOn(70);

        pool.makeGood(charge);

        assertThat(pool).hasAddOn(100).hasMonthly(50).hasDebt(0);
    }

    @Test
    void debt_repaid_in_the_very_turn_of_the_make_good_goes_back_too() {
        PoolDriver pool = aPool().withMonthly(50).open();
        Charge charge = pool.chargeEvenIntoDebt(80);

        Reply.MadeGood made = pool.goTo("2026-02-01T00:00:00Z").makeGood(charge);

        assertThat(made.returned().total()).isEqualTo(Credits.of(30));
        assertThat(made.asPromotional()).isEqualTo(Credits.of(50));
        assertThat(pool).hasMonthly(50).hasPromotional(50).hasDebt(0);
    }

    @Test
    void what_comes_back_repays_the_debt_of_others_in_the_order_of_spending() {
        PoolDriver pool = aPool().withMonthly(50).withAddOn(100).open();
        Charge charge = pool.charge(150);
        pool.chargeEvenIntoDebt(30);

        pool.makeGood(charge);

        assertThat(pool).hasDebt(0).hasMonthly(20).hasAddOn(100);
    }

    @Test
    void no_more_comes_back_than_was_charged() {
        PoolDriver pool = aPool().withMonthly(50).open();
        Charge charge = pool.charge(30);

        assertThat(pool.ask(new Command.MakeGood(charge.number(), Credits.of(31), "failed run")))
                .isEqualTo(new Reply.MoreThanCharged(Credits.of(30)));
        pool.makeGood(charge, 10);
        assertThat(pool.makeGood(charge).refunded()).isEqualTo(Credits.of(20));
        assertThat(pool.ask(new Command.MakeGood(charge.number(), Credits.of(1), "failed run")))
                .isEqualTo(new Reply.ChargeAlreadyRefunded(pool.charge(charge)));
        assertThat(pool).hasMonthly(50);
    }

    @Test
    void a_charge_that_never_was_is_not_found() {
        assertThat(aPool().open().ask(new Command.MakeGood(99, null, "failed run")))
                .isEqualTo(new Reply.NoSuchCharge());
    }
}
