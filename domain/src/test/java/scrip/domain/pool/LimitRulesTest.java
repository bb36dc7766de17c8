package scrip.domain.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;
import scrip.domain.pricing.Receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static scrip.domain.pool.PoolAssert.assertThat;
import static scrip.domain.pool.PoolFixture.aLicense;
import static scrip.domain.pool.PoolFixture.aPool;

/** Rule 24, limits per builder. Here Ada, Bob and Cy build as members; the pool has 1,000 monthly credits. */
class LimitRulesTest {

    private static final String ADA = "ada@nexus.example";
    private static final String BOB = "bob@nexus.example";
    private static final String CY = "cy@nexus.example";
    private static final String GUEST = "guest@nexus.example";
    private static final Duration QUARTER = PoolDriver.QUARTER_OF_AN_HOUR;

    private final PoolDriver pool = aPool().withMonthly(1_000).open().admit(ADA, BOB, CY);

    private static Work work(String builder) {
        return new Work("query", builder, false, null);
    }

    private static Command.PlaceHold holding(String builder, long credits) {
        return new Command.PlaceHold(work(builder), Credits.of(credits), null, QUARTER);
    }

    private static Command.MakeCharge charging(String builder, long credits) {
        return new Command.MakeCharge(work(builder), Credits.of(credits), Receipt.REPORTED, false);
    }

    private static Limits equalShares() {
        return new Limits(true, null, Map.of());
    }

    private static Limits custom(String builder, long credits) {
        return new Limits(true, null, Map.of(builder, Credits.of(credits)));
    }

    private Hold held(String builder, long credits) {
        return ((Reply.Held) pool.ask(holding(builder, credits))).hold();
    }

    private Charge charged(String builder, long credits) {
        return ((Reply.Charged) pool.ask(charging(builder, credits))).charge();
    }

    private static Reply limitReached(long limit, long used, long held) {
        return new Reply.LimitReached(Credits.of(limit), Credits.of(used), Credits.of(held));
    }

    @Test
    @DisplayName("Rule 24: limits are off until they are turned on, and turning them off ends them")
    void limits_are_off_until_they_are_turned_on() {
        charged(ADA, 700);
        pool.limit(equalShares());
        assertThat(pool.ask(charging(ADA, 1))).isEqualTo(limitReached(333, 700, 0));

        pool.limit(new Limits(false, null, Map.of(ADA, Credits.of(1))));

        charged(ADA, 300);
    }

    @Test
    @DisplayName("Rule 24: an equal share is the grant less custom limits, divided among the others, in whole credits")
    void an_equal_share_is_what_custom_limits_leave_divided_among_the_others() {
        pool.limit(custom(BOB, 501));

        assertThat(pool.ask(holding(ADA, 250))).isEqualTo(limitReached(249, 0, 0));
        held(ADA, 249);
        assertThat(pool.ask(holding(BOB, 502))).isEqualTo(limitReached(501, 0, 0));
        held(BOB, 501);
        held(CY, 249);
        assertThat(pool).hasAvailable(1);
    }

    @Test
    @DisplayName("Rule 24: one number for all takes the place of the equal share")
    void one_number_can_be_the_limit_of_all_others() {
        pool.limit(new Limits(true, Credits.of(40), Map.of(BOB, Credits.of(60))));

        assertThat(pool.ask(holding(ADA, 41))).isEqualTo(limitReached(40, 0, 0));
        assertThat(pool.ask(holding(BOB, 61))).isEqualTo(limitReached(60, 0, 0));
        held(BOB, 60);
        held(ADA, 40);
    }

    @Test
    @DisplayName("Rule 24: who is no member has the limit of the others without making their share smaller")
    void who_is_no_member_has_the_share_of_a_member() {
        pool.limit(equalShares());

        assertThat(pool.ask(charging(GUEST, 334))).isEqualTo(limitReached(333, 0, 0));
        charged(GUEST, 333);
        charged(ADA, 333);
    }

    @Test
    @DisplayName("Rule 24: the share follows the members, the grant and custom limits")
    void the_share_follows_members_and_grant() {
        pool.limit(equalShares()).admit(ADA, BOB);
        assertThat(pool.ask(charging(ADA, 501))).isEqualTo(limitReached(500, 0, 0));

        pool.enter(aLicense(2, 1_000));
        assertThat(pool.ask(charging(ADA, 1_001))).isEqualTo(limitReached(1_000, 0, 0));

        pool.limit(custom(BOB, 2_500));
        assertThat(pool.ask(charging(ADA, 1))).isEqualTo(limitReached(0, 0, 0));
    }

    @Test
    void without_members_one_share_is_all_that_custom_limits_leave() {
        Limits limits = custom(BOB, 100);

        assertThat(limits.equalShare(Credits.of(1_000), 0)).isEqualTo(Credits.of(900));
        assertThat(limits.unallocated(Credits.of(1_000), 0)).isEqualTo(Credits.of(900));
        assertThat(limits.unallocated(Credits.of(1_000), 7)).isEqualTo(Credits.of(4));
        assertThat(new Limits(true, Credits.of(400), Map.of()).unallocated(Credits.of(1_000), 2))
                .isEqualTo(Credits.of(200));
        assertThat(new Limits(true, Credits.of(400), Map.of()).unallocated(Credits.of(1_000), 3))
                .isEqualTo(Credits.ZERO);
    }

    @Test
    void limits_that_come_to_more_than_credits_can_be_leave_nothing_over() {
        Credits most = Credits.MOST.wholeFloor();
        Limits each = new Limits(true, most, Map.of());
        Limits customs = new Limits(true, null, Map.of(ADA, most, BOB, most));

        assertThat(each.unallocated(Credits.of(1_000), 3)).isEqualTo(Credits.ZERO);
        assertThat(each.unallocated(Credits.MOST, Long.MAX_VALUE)).isEqualTo(Credits.ZERO);
        assertThat(customs.customTotal()).isEqualTo(Credits.MOST);
        assertThat(customs.unallocated(Credits.of(1_000), 3)).isEqualTo(Credits.ZERO);
        assertThat(customs.equalShare(Credits.of(1_000), 3)).isEqualTo(Credits.ZERO);
    }

    @Test
    @DisplayName("Rule 24: use and open holds count; a refusal names the limit and takes nothing")
    void use_and_open_holds_count() {
        pool.limit(custom(ADA, 100));
        charged(ADA, 50);
        Hold hold = held(ADA, 30);

        assertThat(pool.ask(holding(ADA, 21))).isEqualTo(limitReached(100, 50, 30));
        assertThat(pool.ask(charging(ADA, 21))).isEqualTo(limitReached(100, 50, 30));
        assertThat(pool).hasAvailable(920).hasHeld(30);

        pool.settle(hold, 10);
        assertThat(pool.ask(holding(ADA, 41))).isEqualTo(limitReached(100, 60, 0));
        held(ADA, 40);
    }

    @Test
    @DisplayName("Rule 24: what is released, lapses or is made good counts no more")
    void what_returns_counts_no_more() {
        pool.limit(custom(ADA, 100));
        Hold released = held(ADA, 100);
        pool.release(released);
        held(ADA, 100);
        pool.pass(QUARTER);
        Charge charge = charged(ADA, 100);
        pool.makeGood(charge, 70);

        assertThat(pool.ask(charging(ADA, 71))).isEqualTo(limitReached(100, 30, 0));
        charged(ADA, 70);
    }

    @Test
    @DisplayName("Rule 24: settling is never refused, late or above the limit, and counts")
    void settling_is_never_refused() {
        pool.limit(custom(ADA, 100));
        Hold hold = held(ADA, 60);
        Hold late = held(ADA, 40);
        pool.settle(hold, 90);
        pool.pass(QUARTER);

        pool.settle(late, 90);

        assertThat(pool.ask(charging(ADA, 1))).isEqualTo(limitReached(100, 180, 0));
        assertThat(pool).hasAvailable(820);
    }

    @Test
    @DisplayName("Rules 23 and 24: work on an own key is never limited and does not count")
    void an_own_key_is_never_limited() {
        pool.limit(custom(ADA, 100));
        charged(ADA, 100);
        Work own = new Work("query", ADA, true, null);

        assertThat(pool.ask(new Command.PlaceHold(own, Credits.of(500), null, QUARTER)))
                .isInstanceOf(Reply.Held.class);
        assertThat(pool.ask(new Command.MakeCharge(own, Credits.of(500), Receipt.REPORTED, false)))
                .isInstanceOf(Reply.Charged.class);
        assertThat(pool.ask(charging(ADA, 1))).isEqualTo(limitReached(100, 100, 0));
    }

    @Test
    @DisplayName("Rule 24: a charge that may make debt is limited all the same")
    void debt_is_no_way_round_a_limit() {
        pool.limit(custom(ADA, 100));

        assertThat(pool.ask(new Command.MakeCharge(work(ADA), Credits.of(101), Receipt.REPORTED, true)))
                .isEqualTo(limitReached(100, 0, 0));
    }

    @Test
    @DisplayName("Rule 24: where both the limit and the pool are too small, the limit is told")
    void the_limit_is_told_before_the_lack_of_credits() {
        charged(BOB, 990);
        pool.limit(custom(ADA, 100));

        assertThat(pool.ask(holding(ADA, 101))).isEqualTo(limitReached(100, 0, 0));
        assertThat(pool.ask(holding(ADA, 100))).isInstanceOf(Reply.Insufficient.class);
    }

    @Test
    @DisplayName("Rule 24: a period begins with nothing used, but with the holds that are still open")
    void a_renewal_forgets_use_and_not_open_holds() {
        pool.limit(custom(ADA, 100)).goTo("2026-01-31T23:50:00Z");
        charged(ADA, 70);
        Hold hold = held(ADA, 30);
        pool.goTo("2026-02-01T00:00:00Z");

        assertThat(pool.ask(charging(ADA, 71))).isEqualTo(limitReached(100, 0, 30));
        charged(ADA, 70);
        pool.settle(hold, 20);
        assertThat(pool.ask(charging(ADA, 11))).isEqualTo(limitReached(100, 90, 0));
        charged(ADA, 10);
    }

    @Test
    void what_is_made_good_of_an_earlier_period_does_not_lift_the_limit() {
        pool.limit(custom(ADA, 100)).goTo("2026-01-31T23:50:00Z");
        Charge before = charged(ADA, 100);
        pool.goTo("2026-02-01T00:00:00Z");
        charged(ADA, 100);

        assertThat(pool.askInOneTurn(List.of(new Command.MakeGood(before.number(), null, "late"), charging(ADA, 1))))
                .last().isEqualTo(limitReached(100, 100, 0));
    }

    @Test
    @DisplayName("Rule 24: several requests of a builder in one turn get no more than one after another")
    void a_turn_of_many_requests_grants_exactly_the_limit() {
        pool.limit(custom(ADA, 100));

        List<Reply> replies = pool.askInOneTurn(new ArrayList<>(Collections.nCopies(20, holding(ADA, 15))));

        assertThat(replies).filteredOn(Reply.Held.class::isInstance).hasSize(6);
        assertThat(replies).last().isEqualTo(limitReached(100, 0, 90));
    }

    @Test
    void a_turn_follows_settling_lapsing_renewing_and_new_limits() {
        pool.limit(custom(ADA, 100)).goTo("2026-01-31T23:40:00Z");
        Hold lapses = held(ADA, 40);
        Hold stays = ((Reply.Held) pool.ask(new Command.PlaceHold(work(ADA), Credits.of(60), null,
                Duration.ofHours(1)))).hold();
        pool.goTo("2026-02-01T00:00:00Z");

        List<Reply> replies = pool.askInOneTurn(List.of(charging(ADA, 41), charging(ADA, 40),
                new Command.Settle(stays.number(), Credits.of(30), Receipt.REPORTED), charging(ADA, 31),
                new Command.SetLimits(custom(ADA, 101)), charging(ADA, 31), charging(BOB, 450), charging(BOB, 1),
                new Command.Settle(lapses.number(), Credits.of(10), Receipt.REPORTED), charging(ADA, 1)));

        assertThat(replies.get(0)).isEqualTo(limitReached(100, 0, 60));
        assertThat(replies.get(3)).isEqualTo(limitReached(100, 70, 0));
        assertThat(replies.get(5)).isInstanceOf(Reply.Charged.class);
        assertThat(replies.get(6)).isEqualTo(limitReached(449, 0, 0));
        assertThat(replies.get(9)).isEqualTo(limitReached(101, 111, 0));
    }

    @Test
    void limits_move_no_credits() {
        pool.touch();
        int before = pool.ledger().size();

        pool.limit(equalShares()).limit(custom(ADA, 5)).limit(Limits.NONE);

        assertThat(pool.ledger()).hasSize(before);
    }

    @Test
    void deciding_without_what_limits_need_is_a_bug() {
        CreditPool limited = pool.limit(equalShares()).written();

        assertThatThrownBy(() -> limited.decide(charging(ADA, 1), pool.now(), Terms.DEFAULT, Loaded.NOTHING))
                .isInstanceOf(IllegalStateException.class);
    }
}
