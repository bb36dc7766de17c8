package scrip.application.purchase;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.payment.CardLookup;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.PaymentNews;
import scrip.domain.credit.Credits;
import scrip.domain.notice.Matter;
import scrip.domain.pricing.Money;
import scrip.domain.purchase.Purchase;

import static org.assertj.core.api.Assertions.assertThat;

class PurchaseFlowTest extends PurchaseFlow {

    @Test
    void rule_31_a_payment_that_fails_is_told_once_and_a_checkout_left_alone_is_not() {
        CheckoutState failed = gateway.pay(ordered(), NOW);
        CheckoutState left = gateway.pay(order(POOL, "other", 100).body(), NOW);
        tell(new PaymentNews.CheckoutFailed(failed));
        tell(new PaymentNews.CheckoutFailed(failed));
        tell(new PaymentNews.CheckoutExpired(left));

        assertThat(memory.notices(POOL)).extracting(posted -> posted.notice().matter())
                .filteredOn(Matter.PaymentFailed.class::isInstance)
                .containsExactly(new Matter.PaymentFailed(failed.purchase(), Credits.of(500)));
    }

    @Test
    void rule_25_told_three_times_by_webhook_and_by_the_return_it_is_credited_once() {
        String id = ordered();
        CheckoutState paid = gateway.pay(id, NOW);

        tell(new PaymentNews.CheckoutCompleted(paid));
        checkouts.returned(POOL, paid.session());
        tell(new PaymentNews.CheckoutCompleted(paid));
        tell(new PaymentNews.CheckoutCompleted(paid));

        assertThat(addOn()).isEqualTo(Credits.of(500));
        assertThat(status(id)).isEqualTo(Purchase.Status.PAID);
    }

    @Test
    void rule_25_fifty_deliveries_at_once_under_different_ids_are_credited_once() {
        String id = ordered();
        CheckoutState paid = gateway.pay(id, NOW);

        CompletableFuture.allOf(IntStream.range(0, 50)
                .mapToObj(_ -> CompletableFuture.runAsync(
                        () -> fulfilment.apply(new PaymentNews.CheckoutCompleted(paid), NOW)))
                .toArray(CompletableFuture<?>[]::new)).join();

        assertThat(addOn()).isEqualTo(Credits.of(500));
    }

    @Test
    void rule_25_the_return_page_alone_is_enough() {
        String id = ordered();
        gateway.pay(id, NOW);

        assertThat(checkouts.returned(POOL, TellingGateway.session(id))).map(Purchase::status)
                .contains(Purchase.Status.PAID);
        assertThat(addOn()).isEqualTo(Credits.of(500));
    }

    @Test
    void a_checkout_of_another_pool_is_not_there() {
        String id = ordered();
        gateway.pay(id, NOW);

        assertThat(checkouts.returned(OTHER, TellingGateway.session(id))).isEmpty();
    }

    @Test
    void rule_25_an_unpaid_completion_adds_nothing_until_its_payment_succeeds() {
        String id = ordered();
        tell(new PaymentNews.CheckoutCompleted(TellingGateway.state(id, CheckoutState.Status.COMPLETE,
                CheckoutState.PaymentStatus.UNPAID, null)));
        assertThat(addOn()).isEqualTo(Credits.ZERO);
        assertThat(status(id)).isEqualTo(Purchase.Status.PENDING);

        tell(new PaymentNews.CheckoutCompleted(gateway.pay(id, NOW)));

        assertThat(addOn()).isEqualTo(Credits.of(500));
    }

    @Test
    void news_that_it_expired_or_failed_changes_nothing_once_it_is_paid() {
        String id = ordered();
        CheckoutState paid = gateway.pay(id, NOW);
        tell(new PaymentNews.CheckoutCompleted(paid));

        tell(new PaymentNews.CheckoutExpired(paid));
        tell(new PaymentNews.CheckoutFailed(paid));

        assertThat(status(id)).isEqualTo(Purchase.Status.PAID);
        assertThat(addOn()).isEqualTo(Credits.of(500));
    }

    @Test
    void money_that_arrives_for_a_purchase_given_up_still_buys_its_credits() {
        String id = ordered();
        tell(new PaymentNews.CheckoutExpired(
                TellingGateway.state(id, CheckoutState.Status.EXPIRED, CheckoutState.PaymentStatus.UNPAID, null)));
        assertThat(status(id)).isEqualTo(Purchase.Status.EXPIRED);

        tell(new PaymentNews.CheckoutCompleted(gateway.pay(id, NOW)));

        assertThat(addOn()).isEqualTo(Credits.of(500));
    }

    @Test
    void rule_10_the_time_of_payment_is_the_charges_else_that_of_the_event() {
        String id = ordered();
        Instant charged = NOW.minusSeconds(90);
        tell(new PaymentNews.CheckoutCompleted(gateway.pay(id, charged)));
        assertThat(purchases.byId(id).orElseThrow().payment()).extracting(Purchase.Payment::paidAt).isEqualTo(charged);

        String second = order(POOL, "k2", 500).body();
        now = NOW.plusSeconds(600);
        tell(new PaymentNews.CheckoutCompleted(gateway.pay(second, null)));
        assertThat(purchases.byId(second).orElseThrow().payment()).extracting(Purchase.Payment::paidAt)
                .isEqualTo(NOW);
    }

    @Test
    void an_amount_that_is_not_the_purchases_is_never_fulfilled() {
        String id = order(POOL, "k", 600).body();

        tell(new PaymentNews.CheckoutCompleted(gateway.pay(id, NOW)));

        assertThat(addOn()).isEqualTo(Credits.ZERO);
        assertThat(status(id)).isEqualTo(Purchase.Status.PENDING);
    }

    @Test
    @DisplayName("Rule 26 an event that tells of a saved card is taken through the inbox like any other")
    void rule_26_cards() {
        CardLookup.Saved card = new CardLookup.Saved("1", "cus_1", "pm_1", "Visa •••• 4242", NOW);
        tell(new PaymentNews.CardSaved(card));
        tell(new PaymentNews.CardSaved(card));

        assertThat(kept).containsExactly(card);
        assertThat(inbox.newest(null, null, 10)).extracting(Inbox.Letter::standing)
                .containsExactly(Inbox.Standing.IGNORED, Inbox.Standing.DONE);
    }

    @Test
    void rule_29_news_that_money_went_back_waits_for_news_that_it_came() {
        String id = ordered();
        PaymentNews refund = new PaymentNews.MoneyRefunded(new PaymentNews.PaymentRef("pi_" + id, null),
                Money.of(500, "usd"), Money.of(500, "usd"), List.of(), NOW.plusSeconds(1));
        tell(refund);
        tell(new PaymentNews.CheckoutCompleted(gateway.pay(id, NOW)));
        assertThat(addOn()).isEqualTo(Credits.of(500));

        now = NOW.plusSeconds(60);
        webhooks.work();

        assertThat(addOn()).isEqualTo(Credits.ZERO);
        assertThat(status(id)).isEqualTo(Purchase.Status.REFUNDED);
    }

    @Test
    void a_delivery_that_is_not_genuine_is_refused() {
        assertThat(webhooks.receive(new byte[0], "forged")).isEqualTo(Webhooks.Receipt.REFUSED);
        assertThat(webhooks.work()).isZero();
    }
}
