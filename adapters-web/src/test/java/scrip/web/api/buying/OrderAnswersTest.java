package scrip.web.api.buying;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.pool.Answer;
import scrip.application.purchase.Refusal;

import static org.assertj.core.api.Assertions.assertThat;

class OrderAnswersTest {

    @Test
    @DisplayName("Rule 20 an order that is too old for a page asks for a new key and says why")
    void too_old() {
        Answer answer = OrderAnswers.problem(new Refusal.OrderTooOld()).asAnswer();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("\"code\":\"idempotency_key_reused\"",
                "\"reason\":\"order_too_old\"", "Nothing was charged");
    }
}
