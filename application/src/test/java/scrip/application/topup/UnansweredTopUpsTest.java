package scrip.application.topup;

import java.time.Duration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.payment.ChargeReply;
import scrip.application.purchase.Discrepancy;
import scrip.domain.credit.Credits;
import scrip.domain.purchase.Purchase;
import scrip.domain.topup.AutoTopUp;
import scrip.domain.topup.AutoTopUp.Outcome;
import scrip.domain.topup.AutoTopUp.State;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@DisplayName("An automatic top-up of which nobody can say yet whether it was paid is never bought a second time")
class UnansweredTopUpsTest extends AutoTopUpFixture {

    @Test
    void a_gateway_that_does_not_answer_is_asked_for_the_same_payment_again() {
        gateway.next(new ChargeReply.Unavailable("time-out"));
        topUps.work();
        assertThat(cards.of(POOL).state()).isEqualTo(State.RUNNING);
        assertThat(addOn()).isEqualTo(Credits.ZERO);

        gateway.next(null);
        later(Duration.ofSeconds(31));

        assertThat(bought()).hasSize(1);
        assertThat(addOn()).isEqualTo(Credits.of(500));
        assertThat(cards.of(POOL).state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void a_payment_of_which_nothing_is_known_is_asked_for_again_for_hours_and_nothing_else_is_bought() {
        gateway.next(new ChargeReply.Unavailable("time-out"));
        topUps.work();
        for (int hour = 1; hour < 20; hour++) {
            later(Duration.ofHours(1));
        }
        assertThat(cards.of(POOL).state()).isEqualTo(State.RUNNING);
        gateway.next(null);
        later(Duration.ofMinutes(1));

        assertThat(bought()).hasSize(1);
        assertThat(gateway.charged()).isEqualTo(1);
        assertThat(addOn()).isEqualTo(Credits.of(500));
    }

    @Test
    void a_payment_that_nobody_may_ask_for_any_more_suspends_it_and_is_raised_and_late_money_still_buys() {
        gateway.next(new ChargeReply.Unavailable("time-out"));
        topUps.work();
        gateway.next(null);
        later(Duration.ofHours(21));
        later(Duration.ofHours(21));

        assertThat(gateway.charged()).as("it could charge twice").isZero();
        assertThat(cards.of(POOL).state()).isEqualTo(State.SUSPENDED);
        assertThat(bought()).extracting(Purchase::status).containsExactly(Purchase.Status.EXPIRED);
        assertThat(world.discrepancies.since(NOW, 9)).extracting(Discrepancy::kind, Discrepancy::subject)
                .containsExactly(tuple(Discrepancy.Kind.UNANSWERED_CHARGE, bought().getFirst().id()));

        fulfilment.apply(gateway.paid(bought().getFirst()), world.now);
        assertThat(addOn()).isEqualTo(Credits.of(500));
        cards.set(POOL, new AutoTopUp.Settings(true, Credits.of(700), 500, 3));
        later(Duration.ofHours(1));
        assertThat(bought()).as("the admin has looked").hasSize(2);
    }

    @Test
    void once_it_is_turned_off_the_card_is_not_charged_any_more() {
        gateway.next(new ChargeReply.Unavailable("time-out"));
        topUps.work();
        gateway.next(null);
        cards.set(POOL, OFF);
        later(Duration.ofMinutes(1));

        assertThat(gateway.charged()).isZero();
        assertThat(cards.of(POOL).progress().outcome()).isEqualTo(Outcome.GIVEN_UP);
    }

    @Test
    void turned_off_before_it_has_ordered_it_orders_nothing() {
        AutoTopUpStore.Versioned kept = store.find(POOL).orElseThrow();
        store.keep(kept.topUp().begun(NOW), kept.version());
        cards.set(POOL, OFF);
        later(Duration.ofMinutes(1));

        assertThat(bought()).isEmpty();
        assertThat(cards.of(POOL).progress().outcome()).isEqualTo(Outcome.REFUSED);
    }

    @Test
    void a_bank_that_takes_its_time_is_waited_for_and_its_news_ends_it() {
        gateway.next(new ChargeReply.Processing());
        topUps.work();
        fulfilment.apply(gateway.paid(bought().getFirst()), world.now);
        later(Duration.ofMinutes(1));

        assertThat(addOn()).isEqualTo(Credits.of(500));
        assertThat(cards.of(POOL).progress().outcome()).isEqualTo(Outcome.PAID);
        assertThat(bought()).hasSize(1);
    }
}
