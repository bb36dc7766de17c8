package scrip.payment;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.CheckoutState.PaymentStatus;
import scrip.application.payment.PaymentNews;
import scrip.application.payment.PaymentNews.PaymentRef;
import scrip.domain.pricing.Money;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Events in Stripe's published shapes, understood while Stripe itself cannot be reached. */
class StripeNewsTest {

    private static final Instant CREATED = Instant.ofEpochSecond(1772366400);
    private static final String ANY_VERSION = "\"2026-07-29.dahlia\"";

    private final StripeConnection unreachable = new StripeConnection(
            () -> new StripeAccess("sk_test_none", "http://127.0.0.1:1"),
            new StripeProperties.Http(Duration.ofMillis(200), Duration.ofMillis(200), 0));
    private final StripeNews news = new StripeNews(unreachable,
            new StripeCheckouts(unreachable, new StripeProperties(null, List.of(), null, "100 AI credits", false, false,
                    new StripeProperties.Http(Duration.ZERO, Duration.ZERO, 0),
                    new StripeProperties.Sandbox(null, null))));

    @ParameterizedTest
    @ValueSource(strings = {"\"2026-07-29.dahlia\"", "\"2019-05-16\"", "\"2031-01-01.zebra\"", "null"})
    void a_completed_checkout_is_understood_whatever_version_wrote_it(String version) {
        PaymentNews told = news.interpret(event("checkout.session.completed", "session.json", version));

        assertThat(told).isInstanceOfSatisfying(PaymentNews.CheckoutCompleted.class, completed -> {
            CheckoutState checkout = completed.checkout();
            assertThat(checkout.purchase()).isEqualTo("purchase-1");
            assertThat(checkout.isPaid()).isTrue();
            assertThat(checkout.amounts())
                    .isEqualTo(new CheckoutState.Amounts(Money.of(595, "usd"), Money.of(95, "usd")));
            assertThat(checkout.amounts().due()).isEqualTo(Money.of(500, "usd"));
            assertThat(checkout.receipt().paymentIntent()).isEqualTo("pi_1PgafyB7WZ01zgkWSjxsAJo3");
            assertThat(checkout.receipt().paidAt()).isNull();
        });
    }

    @Test
    void a_completion_without_money_is_not_paid() {
        String unpaid = event("checkout.session.completed", "session.json", ANY_VERSION)
                .replace("\"payment_status\": \"paid\"", "\"payment_status\": \"unpaid\"");

        assertThat(news.interpret(unpaid)).isInstanceOfSatisfying(PaymentNews.CheckoutCompleted.class, completed -> {
            assertThat(completed.checkout().payment()).isEqualTo(PaymentStatus.UNPAID);
            assertThat(completed.checkout().isPaid()).isFalse();
        });
    }

    @Test
    void a_payment_of_an_amount_that_is_not_told_and_cannot_be_asked_for_now_is_tried_again_later() {
        String untold = event("checkout.session.completed", "session.json", ANY_VERSION).replace("\"amount_total\"",
                "\"amount_in_all\"");

        assertThat(news.interpret(untold)).isInstanceOf(PaymentNews.Unreadable.class);
    }

    @Test
    void a_checkout_that_nobody_opened_here_is_not_used() {
        String foreign = event("checkout.session.completed", "session.json", ANY_VERSION)
                .replace("\"client_reference_id\": \"purchase-1\"", "\"client_reference_id\": null")
                .replace("\"purchase\": \"purchase-1\"", "\"colour\": \"red\"");

        assertThat(news.interpret(foreign)).isEqualTo(new PaymentNews.NotUsed("checkout.session.completed"));
    }

    @Test
    void a_saved_card_that_cannot_be_looked_at_now_is_asked_for_again_and_a_page_left_alone_is_no_news() {
        assertThat(news.interpret(saving("checkout.session.completed"))).isInstanceOf(PaymentNews.Unreadable.class);
        assertThat(news.interpret(saving("checkout.session.expired")))
                .isEqualTo(new PaymentNews.NotUsed("checkout.session.expired"));
    }

    private static String saving(String type) {
        return event(type, "session.json", ANY_VERSION).replace("\"mode\": \"payment\"", "\"mode\": \"setup\"");
    }

    @Test
    void the_end_of_a_checkout_is_told_with_its_purchase() {
        assertThat(news.interpret(event("checkout.session.expired", "session.json", ANY_VERSION)))
                .isInstanceOf(PaymentNews.CheckoutExpired.class);
        assertThat(news.interpret(event("checkout.session.async_payment_failed", "session.json", ANY_VERSION)))
                .isInstanceOf(PaymentNews.CheckoutFailed.class);
        assertThat(news.interpret(event("checkout.session.async_payment_succeeded", "session.json", ANY_VERSION)))
                .isInstanceOf(PaymentNews.CheckoutCompleted.class);
    }

    @Test
    void a_refund_is_told_as_all_that_was_paid_back_so_far() {
        assertThat(news.interpret(event("charge.refunded", "charge.json", ANY_VERSION)))
                .isEqualTo(new PaymentNews.MoneyRefunded(new PaymentRef("pi_1", "ch_1PgafuB7WZ01zgkWXYmPNZs8"),
                        Money.of(1000, "usd"), Money.of(2700, "usd"), List.of("re_1"), CREATED));
    }

    @ParameterizedTest
    @CsvSource({"refund.failed,failed", "refund.updated,failed", "refund.updated,canceled"})
    void a_refund_that_failed_is_told_by_its_id(String type, String status) {
        String failed = event(type, "refund.json", ANY_VERSION).replace("\"status\": \"succeeded\"",
                "\"status\": \"" + status + "\"");

        assertThat(news.interpret(failed)).isEqualTo(
                new PaymentNews.RefundFailed(new PaymentRef("pi_1", "ch_1"), "re_1", Money.of(100, "usd"), CREATED));
    }

    @Test
    void a_refund_that_goes_on_well_is_no_news() {
        assertThat(news.interpret(event("refund.updated", "refund.json", ANY_VERSION)))
                .isEqualTo(new PaymentNews.NotUsed("refund.updated"));
    }

    @ParameterizedTest
    @CsvSource({"charge.dispute.created,needs_response,DisputeOpened",
        "charge.dispute.funds_withdrawn,needs_response,DisputeOpened", "charge.dispute.closed,won,DisputeWon",
        "charge.dispute.closed,warning_closed,DisputeWon", "charge.dispute.closed,lost,DisputeLost",
        "charge.dispute.funds_reinstated,won,DisputeWon", "charge.dispute.closed,never_heard_of,Unreadable"})
    void a_dispute_is_opened_won_or_lost(String type, String status, String told) {
        PaymentNews heard = news.interpret(dispute(type, status));

        assertThat(heard.getClass().getSimpleName()).isEqualTo(told);
    }

    @Test
    void a_bank_that_only_asks_has_taken_nothing_yet() {
        assertThat(news.interpret(dispute("charge.dispute.created", "warning_needs_response")))
                .isEqualTo(new PaymentNews.DisputeOpened(new PaymentRef("pi_1", "ch_1"), "dp_1", Money.of(1000, "usd"),
                        true, CREATED));
        assertThat(news.interpret(dispute("charge.dispute.created", "needs_response")))
                .isInstanceOfSatisfying(PaymentNews.DisputeOpened.class,
                        opened -> assertThat(opened.inquiry()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.created", "payment_intent.succeeded", "charge.succeeded", "unheard.of"})
    void other_events_are_not_used(String type) {
        assertThat(news.interpret(event(type, "charge.json", "null"))).isEqualTo(new PaymentNews.NotUsed(type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "nonsense"})
    void what_is_no_event_is_unreadable(String raw) {
        assertThat(news.interpret(raw)).isInstanceOf(PaymentNews.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkout.session.completed", "charge.refunded", "refund.failed", "charge.dispute.closed"})
    void an_object_that_cannot_be_read_nor_fetched_now_is_tried_again_later(String type) {
        String emptied = """
                {"id": "evt_1", "object": "event", "type": "%s", "created": 1772366400,
                 "data": {"object": {"id": "x_1", "amount": "much", "status": 3}}}""".formatted(type);

        assertThat(news.interpret(emptied)).isInstanceOf(PaymentNews.Unreadable.class);
        assertThat(news.interpret(emptied.replace("\"object\": {", "\"other\": {")))
                .isInstanceOf(PaymentNews.Unreadable.class);
    }

    private static String dispute(String type, String status) {
        return event(type, "dispute.json", ANY_VERSION).replace("warning_needs_response", status);
    }

    static String event(String type, String object, String version) {
        try (InputStream resource = StripeNewsTest.class.getResourceAsStream(object)) {
            return """
                    {"id": "evt_1", "object": "event", "api_version": %s, "created": 1772366400, "livemode": false,
                     "pending_webhooks": 1, "request": {"id": null, "idempotency_key": null}, "type": "%s",
                     "data": {"object": %s}}""".formatted(version, type, new String(resource.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
