package scrip.payment;

import java.net.URI;

import org.junit.jupiter.api.Test;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.PaymentNews;
import scrip.application.payment.PaymentRefusal;
import scrip.application.payment.RefundOrder;
import scrip.application.payment.RefundReply;
import scrip.application.payment.VerifiedEvent;
import scrip.domain.pricing.Money;
import scrip.payment.sandbox.Sandbox;

import static org.assertj.core.api.Assertions.assertThat;

/** Money that goes back, and what the sandbox tells of it. */
class MoneyBackOnSandboxTest extends GatewayOnSandbox {

    @Test
    void money_is_paid_back_once_per_key_and_told_as_a_running_total() throws Exception {
        String payment = paid(300);
        RefundOrder first = new RefundOrder(payment, Money.of(100, "usd"), "refund-" + payment, "unused");

        assertThat(gateway.refund(first)).isEqualTo(gateway.refund(first)).isInstanceOf(RefundReply.Made.class);
        assertThat(refunded(webhook.await("charge.refunded")).refunded()).isEqualTo(Money.of(100, "usd"));
        gateway.refund(new RefundOrder(payment, Money.of(200, "usd"), "rest-" + payment, "unused"));

        PaymentNews.MoneyRefunded news = refunded(webhook.await("charge.refunded"));
        assertThat(news.refunded()).isEqualTo(Money.of(300, "usd")).isEqualTo(news.charged());
        assertThat(news.payment().paymentIntent()).isEqualTo(payment);
    }

    @Test
    void money_is_not_paid_back_twice() throws Exception {
        String payment = paid(100);
        gateway.refund(new RefundOrder(payment, Money.of(100, "usd"), "all-" + payment, "unused"));

        assertThat(gateway.refund(new RefundOrder(payment, Money.of(1, "usd"), "more-" + payment, "unused")))
                .isInstanceOfSatisfying(RefundReply.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(PaymentRefusal.ALREADY_REFUNDED));
    }

    @Test
    void disputes_and_failed_refunds_from_the_dashboard_are_told() throws Exception {
        URI dashboard = open(order(100, null)).url().resolve(Sandbox.PATH);
        CheckoutState.Receipt receipt = receipt(100);
        String charge = receipt.charge();

        browser.press(dashboard, "action=refund&amount=40&id=" + charge);
        String refund = refundId(webhook.await("refund.created"));
        browser.press(dashboard, "action=fail-refund&id=" + refund);
        assertThat(gateway.interpret(webhook.await("refund.failed").json())).isInstanceOfSatisfying(
                PaymentNews.RefundFailed.class, failed -> assertThat(failed.amount()).isEqualTo(Money.of(40, "usd")));

        browser.press(dashboard, "action=dispute&id=" + charge);
        PaymentNews.DisputeOpened opened = (PaymentNews.DisputeOpened) gateway
                .interpret(webhook.await("charge.dispute.created").json());
        assertThat(opened.inquiry()).isFalse();
        assertThat(opened.payment().paymentIntent()).isEqualTo(receipt.paymentIntent());
        browser.press(dashboard, "action=won&id=" + opened.dispute());
        assertThat(gateway.interpret(webhook.await("charge.dispute.closed").json()))
                .isInstanceOfSatisfying(PaymentNews.DisputeWon.class,
                        won -> assertThat(won.dispute()).isEqualTo(opened.dispute()));
        assertThat(browser.open(dashboard).body()).contains("charge.dispute.funds_reinstated").doesNotContain("??");
    }

    private static String refundId(VerifiedEvent event) {
        return StripeJson.parse(event.json()).orElseThrow().object("data").orElseThrow().object("object").orElseThrow()
                .text("id").orElseThrow();
    }

    private PaymentNews.MoneyRefunded refunded(VerifiedEvent event) {
        return (PaymentNews.MoneyRefunded) gateway.interpret(event.json());
    }
}
