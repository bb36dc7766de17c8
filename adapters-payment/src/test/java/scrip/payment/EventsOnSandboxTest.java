package scrip.payment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import scrip.application.payment.CheckoutLookup;
import scrip.application.payment.CheckoutOrder;
import scrip.application.payment.CheckoutReply;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.CheckoutState.Status;
import scrip.application.payment.EventsReply;
import scrip.application.payment.PaymentNews;
import scrip.application.payment.VerifiedEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** What the sandbox tells of payments, by events and by their list. */
class EventsOnSandboxTest extends GatewayOnSandbox {

    @Test
    void a_payment_is_told_by_a_signed_event_with_its_time() throws Exception {
        CheckoutOrder order = order(300, null);
        CheckoutReply.Opened opened = open(order);
        browser.press(opened.url(), "action=pay");

        VerifiedEvent event = webhook.await("checkout.session.completed");

        assertThat(event.created()).isEqualTo(NOW);
        PaymentNews.CheckoutCompleted news = (PaymentNews.CheckoutCompleted) gateway.interpret(event.json());
        assertThat(news.checkout()).isEqualTo(found(opened.session()));
        assertThat(news.checkout().receipt().paidAt()).isEqualTo(NOW);
    }

    @Test
    void an_unpaid_completion_is_no_payment_until_the_money_comes() throws Exception {
        CheckoutReply.Opened opened = open(order(100, null));
        browser.press(opened.url(), "action=later");

        assertThat(found(opened.session()).status()).isEqualTo(Status.COMPLETE);
        assertThat(found(opened.session()).isPaid()).isFalse();
        assertThat(completed(webhook.await("checkout.session.completed")).isPaid()).isFalse();

        browser.press(opened.url(), "action=arrive");

        assertThat(completed(webhook.await("checkout.session.async_payment_succeeded")).isPaid()).isTrue();
        assertThat(found(opened.session()).isPaid()).isTrue();
    }

    @Test
    void an_unpaid_completion_may_fail() throws Exception {
        CheckoutOrder order = order(100, null);
        CheckoutReply.Opened opened = open(order);
        browser.press(opened.url(), "action=later");
        browser.press(opened.url(), "action=fail");

        PaymentNews news = gateway.interpret(webhook.await("checkout.session.async_payment_failed").json());

        assertThat(news).isInstanceOfSatisfying(PaymentNews.CheckoutFailed.class,
                failed -> assertThat(failed.checkout().purchase()).isEqualTo(order.purchase()));
        assertThat(found(opened.session()).isPaid()).isFalse();
    }

    @Test
    void an_expired_checkout_cannot_be_paid_and_says_so() throws Exception {
        CheckoutReply.Opened opened = open(order(100, null));

        assertThat(gateway.expire(opened.session())).isInstanceOfSatisfying(CheckoutLookup.Found.class,
                found -> assertThat(found.state().status()).isEqualTo(Status.EXPIRED));
        browser.press(opened.url(), "action=pay");

        assertThat(found(opened.session()).status()).isEqualTo(Status.EXPIRED);
        assertThat(browser.open(opened.url()).body()).contains("This page has expired");
        assertThat(gateway.interpret(webhook.await("checkout.session.expired").json()))
                .isInstanceOf(PaymentNews.CheckoutExpired.class);
    }

    @Test
    void an_event_that_is_not_acknowledged_comes_again() throws Exception {
        webhook.refuseNext(2);
        CheckoutReply.Opened opened = open(order(100, null));
        browser.press(opened.url(), "action=pay");

        assertThat(completed(webhook.await("checkout.session.completed")).session()).isEqualTo(opened.session());
    }

    @Test
    void every_event_can_be_read_again_page_by_page_exactly_as_it_was_delivered() throws Exception {
        clock.set(NOW.plus(Duration.ofDays(1)));
        List<VerifiedEvent> delivered = new ArrayList<>();
        for (int i = 0; i < 105; i++) {
            CheckoutOrder order = order(100, null);
            gateway.expire(open(new CheckoutOrder(order.purchase(), order.pool(), 100, order.price(), order.buyer(),
                    order.returns(), IN_AN_HOUR.plus(Duration.ofDays(1)))).session());
            delivered.add(webhook.await("checkout.session.expired"));
        }

        EventsReply.Page first = page(null);
        List<VerifiedEvent> listed = new ArrayList<>(first.events());
        for (EventsReply.Page page = first; page.next() != null;) {
            page = page(page.next());
            listed.addAll(page.events());
        }

        assertThat(first.events()).hasSize(100);
        assertThat(listed).doesNotHaveDuplicates().extracting(VerifiedEvent::id)
                .containsAll(delivered.stream().map(VerifiedEvent::id).toList());
        assertThat(listed).allSatisfy(event -> assertThat(event.created()).isEqualTo(NOW.plus(Duration.ofDays(1))));
        assertThat(gateway.interpret(listed.getFirst().json())).isInstanceOf(PaymentNews.CheckoutExpired.class);
    }

    private EventsReply.Page page(String cursor) {
        return (EventsReply.Page) gateway.eventsSince(NOW.plus(Duration.ofDays(1)), cursor);
    }

    private CheckoutState completed(VerifiedEvent event) {
        return ((PaymentNews.CheckoutCompleted) gateway.interpret(event.json())).checkout();
    }
}
