package scrip.domain.pool;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Source;
import scrip.domain.ledger.TransferType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static scrip.domain.pool.PoolAssert.assertThat;
import static scrip.domain.pool.PoolFixture.aPool;

@DisplayName("Rule 29: what was taken back with the money returns with it")
class ReversingRulesTest {

    private static final Source P1 = new Source.AddOn("P1");

    private static Reply.TakenBack takeBack(PoolDriver pool, long credits) {
        return (Reply.TakenBack) pool.ask(new Command.TakeBack("P1", TransferType.DISPUTE, Credits.of(credits),
                Credits.ZERO, true));
    }

    private static Reply.PutBack putBack(PoolDriver pool, long credits, Taken taken, boolean stands) {
        return (Reply.PutBack) pool.ask(new Command.PutBack("P1", Credits.of(credits), Credits.ZERO, taken, stands));
    }

    @Test
    void bonus_is_taken_from_what_came_with_the_purchase_and_from_no_other_gift() {
        PoolDriver pool = aPool().open();
        pool.gift(20, "2026-06-01T00:00:00Z");
        pool.buy(100, 10, pool.now());
        pool.buy(100, 7, pool.now());

        pool.ask(new Command.TakeBack("P1", TransferType.REFUND, Credits.of(100), Credits.of(10), false));

        assertThat(pool).hasAddOn(100).hasPromotional(27).hasDebt(0);
        assertThat(pool.look().stock().grants()).extracting(Grant::purchase, Grant::available)
                .contains(tuple(null, Credits.of(20)), tuple("P2", Credits.of(7)));
    }

    @Test
    void debt_that_still_is_is_forgiven_first_and_only_of_that_purchase() {
        PoolDriver pool = aPool().withAddOn(100).open();
        pool.charge(60);
        Taken taken = takeBack(pool, 100).taken();
        pool.chargeEvenIntoDebt(5);
        assertThat(pool).hasDebt(65);

        Reply.PutBack back = putBack(pool, 30, taken, true);

        assertThat(pool).hasDebt(35).hasAddOn(0);
        assertThat(back.taken().credits()).isEqualTo(new Taken.Part(new Slices(List.of(new Slice(P1, Credits.of(40)))),
                Credits.of(70)));
    }

    @Test
    void what_is_beyond_the_debt_returns_and_repays_what_others_owe() {
        PoolDriver pool = aPool().withAddOn(100).open();
        pool.charge(60);
        Taken taken = takeBack(pool, 100).taken();
        pool.chargeEvenIntoDebt(5);

        Reply.PutBack back = putBack(pool, 100, taken, true);

        assertThat(back.taken()).isEqualTo(Taken.NOTHING);
        assertThat(pool).hasDebt(0).hasAddOn(35);
    }

    @Test
    void debt_that_was_repaid_meanwhile_comes_back_to_the_purchase() {
        PoolDriver pool = aPool().withAddOn(100).open();
        pool.charge(60);
        Taken taken = takeBack(pool, 100).taken();
        pool.gift(60, "2027-01-01T00:00:00Z");
        assertThat(pool).hasDebt(0).hasPromotional(0);

        putBack(pool, 100, taken, true);

        assertThat(pool).hasAddOn(100);
    }

    @Test
    void what_repaid_at_once_what_was_missing_returns_where_it_came_from() {
        PoolDriver pool = aPool().withMonthly(50).withAddOn(100).withPromotional(20, "2026-01-15T00:00:00Z").open();
        pool.charge(50 + 20 + 60);
        pool.gift(30, "2026-01-20T00:00:00Z");
        Taken taken = takeBack(pool, 100).taken();
        assertThat(pool).hasPromotional(0).hasAddOn(0).hasDebt(30);

        putBack(pool, 100, taken, true);

        assertThat(pool).hasPromotional(30).hasAddOn(40).hasDebt(0);
    }

    @Test
    void what_repaid_it_and_has_ended_since_expires_as_if_it_had_never_been_taken() {
        PoolDriver pool = aPool().withMonthly(50).withAddOn(100).open();
        pool.charge(50);
        pool.goTo("2026-01-31T00:00:00Z");
        pool.charge(100);
        pool.goTo("2026-02-01T00:00:00Z");
        Taken taken = takeBack(pool, 100).taken();
        assertThat(pool).hasMonthly(0).hasDebt(50);
        pool.goTo("2026-03-01T00:00:00Z").touch();
        assertThat(pool).hasMonthly(0).hasDebt(0);

        putBack(pool, 100, taken, true);

        assertThat(pool).hasMonthly(0).hasAddOn(50);
        assertThat(pool.ledger().getLast().source()).isEqualTo(P1);
    }

    @Test
    void what_would_return_to_a_pool_that_has_ended_expires_there() {
        PoolDriver pool = aPool().withAddOn(100).open();
        Taken taken = takeBack(pool, 100).taken();
        pool.pass(Duration.ofDays(400)).touch();

        putBack(pool, 100, taken, true);

        assertThat(pool).hasAvailable(0).hasDebt(0);
        assertThat(pool.ledger().getLast().type()).isEqualTo(TransferType.EXPIRY);
    }

    @Test
    void a_purchase_that_stands_again_holds_up_the_end_of_the_pool_again() {
        PoolDriver pool = aPool().withAddOn(300).open();
        pool.pass(Duration.ofDays(30)).buy(100);
        Taken taken = ((Reply.TakenBack) pool.ask(new Command.TakeBack("P2", TransferType.REFUND, Credits.of(100),
                Credits.ZERO, false))).taken();
        assertThat(pool).hasAddOnUntil("2027-01-01T00:00:00Z").hasAddOn(300);

        pool.ask(new Command.PutBack("P2", Credits.of(100), Credits.ZERO, taken, true));

        assertThat(pool).hasAddOnUntil("2027-01-31T00:00:00Z").hasAddOn(400);
    }

    @Test
    void the_end_of_the_pool_that_lies_behind_comes_at_once() {
        PoolDriver pool = aPool().withAddOn(300).open();
        pool.pass(Duration.ofDays(300)).buy(100);
        pool.pass(Duration.ofDays(100));

        pool.ask(new Command.TakeBack("P2", TransferType.REFUND, Credits.of(100), Credits.ZERO, false));

        assertThat(pool).hasNoAddOnPool();
    }
}
