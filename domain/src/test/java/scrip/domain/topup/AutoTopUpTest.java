package scrip.domain.topup;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;
import scrip.domain.pool.PoolId;
import scrip.domain.topup.AutoTopUp.Card;
import scrip.domain.topup.AutoTopUp.Outcome;
import scrip.domain.topup.AutoTopUp.Settings;
import scrip.domain.topup.AutoTopUp.State;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("Automatic top-up: off unless turned on, one at a time, so many a month, with a cool-down, suspended by three declines")
class AutoTopUpTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final Credits LOW = Credits.of(99);
    private static final Settings ON = new Settings(true, Credits.of(100), 500, 2);
    private static final Card CARD = new Card("TEST", "cus_1", "pm_1", "Visa •••• 4242", NOW);
    private static final AutoTopUp ACTIVE = AutoTopUp.off(new PoolId(1)).set(ON).with(CARD);

    private static Card card(String method, Instant savedAt) {
        return new Card("TEST", "cus_1", method, "Visa •••• 4242", savedAt);
    }

    @Test
    void a_card_counts_once_however_often_it_is_told_and_never_in_the_place_of_a_later_one() {
        AutoTopUp later = ACTIVE.with(card("pm_2", NOW.plusSeconds(1)));
        AutoTopUp declined = after(later, NOW, Outcome.DECLINED);

        assertThat(declined.with(card("pm_2", NOW.plusSeconds(1)))).isSameAs(declined);
        assertThat(declined.with(CARD)).isSameAs(declined);
        Card other = new Card("LIVE", "cus_2", "pm_3", "Visa •••• 4242", NOW);
        assertThat(declined.with(other).card()).as("of another mode").isEqualTo(other);
        assertThat(declined.with(other).progress().declines()).isZero();
    }

    private static AutoTopUp after(AutoTopUp topUp, Instant at, Outcome outcome) {
        return topUp.begun(at).ended(outcome, at);
    }

    @Test
    void it_is_off_until_an_admin_turns_it_on_and_a_card_is_saved() {
        AutoTopUp off = AutoTopUp.off(new PoolId(1));

        assertThat(off.state()).isEqualTo(State.OFF);
        assertThat(off.with(CARD).isDue(LOW, NOW)).isFalse();
        assertThat(off.set(ON).state()).isEqualTo(State.NEEDS_CARD);
        assertThat(off.set(ON).isDue(LOW, NOW)).isFalse();
        assertThat(ACTIVE.state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void it_begins_below_the_threshold_and_not_at_it() {
        assertThat(ACTIVE.isDue(LOW, NOW)).isTrue();
        assertThat(ACTIVE.isDue(Credits.of(100), NOW)).isFalse();
    }

    @Test
    void there_are_never_two_at_once() {
        AutoTopUp running = ACTIVE.begun(NOW);

        assertThat(running.state()).isEqualTo(State.RUNNING);
        assertThat(running.isDue(LOW, NOW.plus(Duration.ofDays(99)))).isFalse();
        assertThatThrownBy(() -> running.begun(NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void after_each_it_rests_for_an_hour() {
        AutoTopUp rested = after(ACTIVE, NOW, Outcome.PAID);

        assertThat(rested.isDue(LOW, NOW.plus(Duration.ofMinutes(59)))).isFalse();
        assertThat(rested.isDue(LOW, NOW.plus(Duration.ofHours(1)))).isTrue();
    }

    @Test
    void after_so_many_in_a_calendar_month_it_waits_for_the_next() {
        AutoTopUp full = after(after(ACTIVE, NOW, Outcome.PAID), NOW.plus(Duration.ofHours(2)), Outcome.PAID);

        assertThat(full.isDue(LOW, Instant.parse("2026-03-31T23:59:59Z"))).isFalse();
        assertThat(full.nextAt()).contains(Instant.parse("2026-04-01T00:00:00Z"));
        AutoTopUp april = after(full, Instant.parse("2026-04-01T00:00:00Z"), Outcome.PAID);
        assertThat(april.isDue(LOW, Instant.parse("2026-04-01T01:00:00Z"))).as("one of two").isTrue();
    }

    @Test
    void what_bought_nothing_does_not_count_in_the_month() {
        AutoTopUp tried = after(after(ACTIVE, NOW, Outcome.DECLINED), NOW.plus(Duration.ofHours(2)), Outcome.REFUSED);

        assertThat(tried.isDue(LOW, NOW.plus(Duration.ofHours(4)))).isTrue();
    }

    @Test
    void the_cool_down_carries_over_the_end_of_the_month() {
        AutoTopUp last = after(ACTIVE, Instant.parse("2026-03-31T23:30:00Z"), Outcome.PAID);

        assertThat(last.nextAt()).contains(Instant.parse("2026-04-01T00:30:00Z"));
    }

    @Test
    void three_declines_in_a_row_suspend_it_until_the_admin_acts() {
        AutoTopUp twice = after(after(ACTIVE, NOW, Outcome.DECLINED), NOW.plus(Duration.ofHours(2)), Outcome.DECLINED);
        assertThat(twice.state()).isEqualTo(State.ACTIVE);
        AutoTopUp thrice = after(twice, NOW.plus(Duration.ofHours(4)), Outcome.DECLINED);

        assertThat(thrice.state()).isEqualTo(State.SUSPENDED);
        assertThat(thrice.isDue(LOW, NOW.plus(Duration.ofDays(99)))).isFalse();
        assertThat(thrice.set(ON).state()).isEqualTo(State.ACTIVE);
        assertThat(thrice.with(card("pm_2", NOW.plusSeconds(1))).state()).isEqualTo(State.ACTIVE);
        assertThat(after(twice, NOW.plus(Duration.ofHours(4)), Outcome.PAID).progress().declines()).isZero();
    }

    @Test
    void one_of_which_nobody_can_say_how_it_ended_suspends_it_so_that_nothing_is_bought_twice() {
        AutoTopUp unknown = after(ACTIVE, NOW, Outcome.GIVEN_UP);

        assertThat(unknown.state()).isEqualTo(State.SUSPENDED);
        assertThat(unknown.isDue(LOW, NOW.plus(Duration.ofDays(99)))).isFalse();
        assertThat(unknown.set(ON).isDue(LOW, NOW.plus(Duration.ofHours(1)))).as("the admin has looked").isTrue();
    }

    @Test
    void a_card_of_another_mode_is_none() {
        assertThat(ACTIVE.in("TEST")).isSameAs(ACTIVE);
        assertThat(ACTIVE.in("LIVE").state()).isEqualTo(State.NEEDS_CARD);
    }

    @Test
    void each_attempt_has_a_number_of_its_own_and_ends_once() {
        AutoTopUp ended = after(ACTIVE, NOW, Outcome.PAID);

        assertThat(ACTIVE.progress().attempt()).isEqualTo(1);
        assertThat(ended.progress().attempt()).isEqualTo(2);
        assertThat(ended.ended(Outcome.DECLINED, NOW)).isEqualTo(ended);
    }

    @Test
    void none_begins_while_it_rests() {
        AutoTopUp rested = after(ACTIVE, NOW, Outcome.PAID);

        assertThatThrownBy(() -> rested.begun(NOW.plus(Duration.ofMinutes(59))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(rested.begun(NOW.plus(Duration.ofHours(1))).state()).isEqualTo(State.RUNNING);
    }
}
