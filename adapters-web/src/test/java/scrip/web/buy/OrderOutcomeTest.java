package scrip.web.buy;

import org.junit.jupiter.api.Test;
import scrip.application.pool.Answer;
import scrip.application.purchase.Refusal;

import static org.assertj.core.api.Assertions.assertThat;

class OrderOutcomeTest {

    private final OrderOutcome outcome = new OrderOutcome("/settings");

    @Test
    void an_order_is_refused_for_what_it_was_told_last() {
        outcome.write(new Refusal.KeyReused());
        Answer answer = outcome.write(new Refusal.PromoCode("ended"));

        assertThat(outcome.refusal(answer)).isEqualTo(new Refusal.PromoCode("ended"));
    }

    @Test
    void a_form_that_is_sent_again_is_refused_for_want_of_a_license_again() {
        Answer first = outcome.write(new Refusal.FreePlan());
        OrderOutcome again = new OrderOutcome("/settings");
        again.write(new Refusal.KeyReused());

        assertThat(again.refusal(new Answer(first.status(), first.body(), true))).isEqualTo(new Refusal.FreePlan());
    }
}
