package scrip.application.purchase;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.payment.PaymentNews;
import scrip.application.payment.PaymentRefusal;
import scrip.application.pool.Answer;
import scrip.application.pool.UnavailableException;
import scrip.domain.credit.Credits;
import scrip.domain.purchase.Purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OrdersTest extends PurchaseFlow {

    @Test
    void rule_20_the_same_key_opens_one_purchase_and_another_order_under_it_is_refused() {
        Answer first = order(POOL, "k", 500);
        Answer again = order(POOL, "k", 500);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.replayed()).isTrue();
        assertThat(order(POOL, "k", 600).body()).isEqualTo("KeyReused");
        assertThat(gateway.opened).hasSize(1);
    }

    @Test
    void a_gateway_that_is_down_refuses_and_the_same_request_works_later() {
        gateway.down = true;
        assertThat(order(POOL, "k", 500).body()).isEqualTo("GatewayUnavailable");

        gateway.down = false;

        assertThat(order(POOL, "k", 500).status()).isEqualTo(201);
        assertThat(purchases.ofPool(POOL, 10)).hasSize(1);
    }

    @Test
    @DisplayName("Rule 20 an order whose page came to nothing is given up once the gateway opens none so late")
    void rule_20_too_late_for_a_page() {
        gateway.down = true;
        order(POOL, "k", 500);
        String id = purchases.ofPool(POOL, 1).getFirst().id();
        gateway.down = false;
        gateway.refusing = PaymentRefusal.OTHER;
        now = NOW.plus(Duration.ofMinutes(30));
        assertThat(order(POOL, "k", 500).body()).isEqualTo("GatewayRefused");
        assertThat(status(id)).isEqualTo(Purchase.Status.PENDING);

        now = now.plusSeconds(1);
        assertThat(order(POOL, "k", 500).body()).isEqualTo("OrderTooOld");
        assertThat(order(POOL, "k", 500).body()).as("again").isEqualTo("OrderTooOld");
        assertThat(status(id)).isEqualTo(Purchase.Status.EXPIRED);

        gateway.refusing = null;
        assertThat(order(POOL, "new key", 500).status()).isEqualTo(201);
        tell(new PaymentNews.CheckoutCompleted(gateway.pay(id, now)));
        assertThat(addOn()).as("paid in spite of all").isEqualTo(Credits.of(500));
    }

    @Test
    void a_page_that_was_opened_unnoticed_is_found_however_late() {
        store.breakAt(2);
        assertThatThrownBy(() -> order(POOL, "k", 500)).isInstanceOf(UnavailableException.class);
        store.breakAt(0);

        now = NOW.plus(Duration.ofMinutes(45));

        assertThat(order(POOL, "k", 500).status()).isEqualTo(201);
    }

    @Test
    void a_customer_that_was_deleted_at_the_gateway_is_replaced_and_the_order_goes_on() {
        ordered();
        gateway.gone.add("cus_1");

        assertThat(order(POOL, "after", 500).status()).isEqualTo(201);
        assertThat(order(POOL, "later", 500).status()).isEqualTo(201);

        assertThat(gateway.opened).extracting(opened -> opened.buyer().customer()).containsExactly("cus_1",
                "cus_1_after_cus_1", "cus_1_after_cus_1");
    }

    @Test
    void a_customer_that_cannot_be_replaced_now_is_replaced_when_the_order_is_tried_again() {
        ordered();
        gateway.gone.addAll(List.of("cus_1", "cus_1_after_cus_1"));
        assertThat(order(POOL, "after", 500).body()).isEqualTo("GatewayRefused");

        assertThat(order(POOL, "after", 500).status()).isEqualTo(201);
    }

    @Test
    void after_a_crash_between_any_two_steps_the_same_request_goes_on_where_it_stopped() {
        for (int step : List.of(1, 2)) {
            String key = "crash-" + step;
            store.breakAt(step);
            assertThatThrownBy(() -> order(POOL, key, 500)).isInstanceOf(UnavailableException.class);
            store.breakAt(0);

            String id = order(POOL, key, 500).body();
            assertThat(gateway.opened.stream().filter(o -> o.purchase().equals(id)).distinct())
                    .as("the gateway is asked the same again").hasSize(1);
            tell(new PaymentNews.CheckoutCompleted(gateway.pay(id, NOW)));
            assertThat(addOn()).isEqualTo(Credits.of(500L * step));
        }
    }

    @Test
    void rule_6_the_free_plan_cannot_buy() {
        assertThat(order(OTHER, "k", 500).body()).isEqualTo("FreePlan");
    }

    @Test
    void rule_8_only_hundreds_within_the_limits_are_for_sale() {
        for (long credits : List.of(-100L, 0L, 50L, 150L, 1_000_100L, Long.MAX_VALUE)) {
            assertThat(order(POOL, "k" + credits, credits).body()).as("%s", credits).isEqualTo("NotForSale");
        }
        assertThat(gateway.opened).isEmpty();
    }
}
