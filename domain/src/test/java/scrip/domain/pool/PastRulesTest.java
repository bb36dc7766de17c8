package scrip.domain.pool;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static scrip.domain.pool.PoolFixture.aLicense;
import static scrip.domain.pool.PoolFixture.aPool;

@DisplayName("Rule 30: the balance at any instant that has passed")
class PastRulesTest {

    private static CreditPool past(PoolDriver pool, String instant) {
        return pool.past(Instant.parse(instant));
    }

    @Test
    void charges_of_the_same_day_are_told_apart_to_the_microsecond_though_none_of_them_is_remembered() {
        PoolDriver pool = aPool().withMonthly(100).open().goTo("2026-01-05T10:00:00Z");
        pool.charge(10);
        int remembered = pool.memories().count();
        pool.goTo("2026-01-05T11:00:00Z").charge(20);
        pool.goTo("2026-01-05T12:00:00Z").hold(5);

        assertThat(pool.memories().count()).isEqualTo(remembered);
        assertThat(past(pool, "2026-01-05T10:59:59.999999Z").available()).isEqualTo(Credits.of(90));
        assertThat(past(pool, "2026-01-05T11:00:00Z").available()).isEqualTo(Credits.of(70));
        assertThat(past(pool, "2026-01-05T12:00:00Z").held().monthly()).isEqualTo(Credits.of(5));
    }

    @Test
    void the_first_turn_of_each_day_is_remembered() {
        PoolDriver pool = aPool().withMonthly(100).open();
        int remembered = pool.memories().count();

        pool.goTo("2026-01-01T23:59:59Z").charge(1);
        assertThat(pool.memories().count()).isEqualTo(remembered);
        pool.goTo("2026-01-02T00:00:00Z").charge(1);
        assertThat(pool.memories().count()).isEqualTo(remembered + 1);
    }

    @Test
    void a_hold_that_lapsed_untouched_has_given_its_credits_back_when_it_was_due() {
        PoolDriver pool = aPool().withMonthly(100).open().goTo("2026-01-05T10:00:00Z");
        pool.hold(60);
        pool.goTo("2026-01-05T13:00:00Z").touch();

        assertThat(past(pool, "2026-01-05T10:14:59Z").held().total()).isEqualTo(Credits.of(60));
        assertThat(past(pool, "2026-01-05T10:15:00Z").held().total()).isEqualTo(Credits.ZERO);
        assertThat(past(pool, "2026-01-05T10:15:00Z").available()).isEqualTo(Credits.of(100));
    }

    @Test
    void what_a_hold_keeps_over_a_renewal_is_told_as_of_the_period_before() {
        PoolDriver pool = aPool().withMonthly(100).open().goTo("2026-01-31T23:55:00Z");
        Hold hold = pool.hold(30);
        pool.goTo("2026-02-01T00:04:00Z").settle(hold, 30);

        CreditPool then = past(pool, "2026-02-01T00:01:00Z");

        assertThat(then.held()).isEqualTo(new HeldCredits(Credits.ZERO, Credits.of(30), Credits.ZERO, Credits.ZERO));
        assertThat(then.monthlyUsed()).isEqualTo(Credits.ZERO);
        assertThat(then.period().number()).isEqualTo(past(pool, "2026-01-31T23:59:00Z").period().number() + 1);
    }

    @Test
    void what_a_hold_keeps_of_each_kind_is_told_and_what_it_left() {
        PoolDriver pool = aPool().withMonthly(10).withAddOn(100).open().goTo("2026-01-05T09:00:00Z");
        pool.gift(20, "2026-06-01T00:00:00Z");
        Hold hold = pool.goTo("2026-01-05T10:00:00Z").hold(60);
        pool.goTo("2026-01-05T10:05:00Z").release(hold);

        CreditPool then = past(pool, "2026-01-05T10:00:00Z");

        assertThat(then.held())
                .isEqualTo(new HeldCredits(Credits.of(10), Credits.ZERO, Credits.of(20), Credits.of(30)));
        assertThat(then.stock().addOn().lots()).extracting(Lot::available).containsExactly(Credits.of(70));
        assertThat(past(pool, "2026-01-05T10:05:00Z").held()).isEqualTo(HeldCredits.NONE);
        assertThat(past(pool, "2026-01-05T10:05:00Z").stock().addOn().lots()).extracting(Lot::available)
                .containsExactly(Credits.of(100));
    }

    @Test
    void what_a_hold_kept_of_a_period_that_has_ended_is_gone_once_it_is_settled() {
        PoolDriver pool = aPool().withMonthly(100).open().goTo("2026-01-31T23:55:00Z");
        Hold hold = pool.hold(30);
        pool.goTo("2026-02-01T00:01:00Z").touch();
        pool.goTo("2026-02-01T00:04:00Z").settle(hold, 10);

        assertThat(past(pool, "2026-02-01T00:03:59Z").held().monthlyEnded()).isEqualTo(Credits.of(30));
        assertThat(past(pool, "2026-02-01T00:04:00Z").held()).isEqualTo(HeldCredits.NONE);
    }

    @Test
    void debt_is_told_as_one_sum() {
        PoolDriver pool = aPool().withMonthly(100).open().goTo("2026-01-05T10:00:00Z");
        pool.chargeEvenIntoDebt(150);
        pool.goTo("2026-01-05T10:00:01Z").chargeEvenIntoDebt(7);
        pool.goTo("2026-01-05T10:00:02Z").buy(50);

        assertThat(past(pool, "2026-01-05T10:00:00Z").debt()).isEqualTo(Credits.of(50));
        assertThat(past(pool, "2026-01-05T10:00:01Z").debt()).isEqualTo(Credits.of(57));
        assertThat(past(pool, "2026-01-05T10:00:02Z").debt()).isEqualTo(Credits.of(7));
        assertThat(past(pool, "2026-01-04T10:00:00Z").debts()).isEmpty();
    }

    @Test
    void a_license_is_told_with_the_seats_of_then_and_the_grant_that_it_had_made() {
        PoolDriver pool = aPool().withLicense(aLicense(5, 100)).open().goTo("2026-01-05T10:00:00Z");
        pool.enter(aLicense(7, 100));
        pool.goTo("2026-01-05T10:00:01Z").enter(aLicense(2, 100));

        assertThat(past(pool, "2026-01-05T09:59:59Z").period().granted()).isEqualTo(Credits.of(500));
        assertThat(past(pool, "2026-01-05T10:00:00Z").period().granted()).isEqualTo(Credits.of(700));
        assertThat(past(pool, "2026-01-05T10:00:00Z").licensing().latest().builders()).isEqualTo(7);
        assertThat(past(pool, "2026-01-05T10:00:01Z").licensing().latest().builders()).isEqualTo(2);
        assertThat(past(pool, "2026-01-05T10:00:01Z").period().granted()).isEqualTo(Credits.of(700));
    }

    @Test
    void what_a_renewal_granted_is_told_though_the_free_plan_is_another_by_now() {
        PoolDriver pool = aPool().withFreePlan(100).open();
        pool.goTo("2026-01-20T00:00:00Z").touch();
        pool.goTo("2026-02-20T00:00:00Z").touch();
        Instant then = Instant.parse("2026-02-10T00:00:00Z");

        CreditPool told = pool.memories().of(then).orElseThrow().at(then, new Terms(Credits.of(5),
                pool.terms().makeGoodLife()));

        assertThat(told.period().granted()).isEqualTo(Credits.of(100));
        assertThat(told.available()).isEqualTo(Credits.of(100));
    }

    @Test
    @DisplayName("Rule 10: a late payment joins the past where it was made, with its bonus, in the order of the payments")
    void late_payments_join_the_past() {
        PoolDriver pool = aPool().withAddOn(300).open();
        pool.goTo("2027-03-01T00:00:00Z").touch();
        assertThat(past(pool, "2027-02-01T00:00:00Z").available()).isEqualTo(Credits.ZERO);
        pool.goTo("2027-03-01T00:00:01Z").buy(100, 10, Instant.parse("2026-12-31T00:00:00Z"));
        pool.goTo("2027-03-01T00:00:02Z").buyPaidAt(200, "2026-12-30T00:00:00Z");

        CreditPool then = past(pool, "2027-02-01T00:00:00Z");

        assertThat(then.stock().addOn().lots()).extracting(Lot::purchase, Lot::available).containsExactly(
                tuple("P1", Credits.of(300)), tuple("P3", Credits.of(200)), tuple("P2", Credits.of(100)));
        assertThat(then.stock().addOn().endsAt()).isEqualTo("2027-12-31T00:00:00Z");
        assertThat(then.stock().grants()).extracting(Grant::available, Grant::expiresAt, Grant::reason, Grant::purchase)
                .containsExactly(tuple(Credits.of(10), Instant.parse("2027-12-31T00:00:00Z"), "bonus", "P2"));
        assertThat(past(pool, "2026-12-30T12:00:00Z").stock().addOn().endsAt()).isEqualTo("2027-12-30T00:00:00Z");
        assertThat(past(pool, "2026-12-29T23:59:59Z").stock().addOn().endsAt()).isEqualTo("2027-01-01T00:00:00Z");
    }

    @Test
    void the_past_of_before_it_was_created_is_nothing_and_of_before_what_is_remembered_is_not_told() {
        PoolDriver pool = aPool().withMonthly(100).open();
        Instant before = Instant.parse("2025-12-31T00:00:00Z");

        CreditPool unborn = Hindsight.before(pool.written(), before);

        assertThat(unborn.asOf()).isEqualTo(before);
        assertThat(unborn.available()).isEqualTo(Credits.ZERO);
        assertThat(unborn.licensing().latest()).isNull();
        assertThat(pool.memories().of(before)).isEmpty();
        assertThatThrownBy(() -> new Hindsight(pool.written(), List.of()).at(before, pool.terms()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("before what is remembered");
    }

    @Test
    void limits_are_not_remembered() {
        PoolDriver pool = aPool().withMonthly(100).open();
        pool.limit(new Limits(true, Credits.of(5), Map.of()));
        pool.goTo("2026-01-05T10:00:00Z").touch();

        assertThat(past(pool, "2026-01-05T10:00:00Z").limits()).isEqualTo(Limits.NONE);
    }
}
