package scrip.payment;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import scrip.application.payment.CheckoutLookup;
import scrip.application.payment.CheckoutOrder;
import scrip.application.payment.CheckoutOrder.Buyer;
import scrip.application.payment.CheckoutOrder.Discount;
import scrip.application.payment.CheckoutOrder.Price;
import scrip.application.payment.CheckoutReply;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.CheckoutState.PaymentStatus;
import scrip.application.payment.CheckoutState.Status;
import scrip.application.payment.PaymentMode;
import scrip.application.payment.PaymentRefusal;
import scrip.domain.pricing.Money;

import static org.assertj.core.api.Assertions.assertThat;

/** What a purchase may rely on of the payment page, tried over HTTP. */
class CheckoutOnSandboxTest extends GatewayOnSandbox {

    @Test
    void everybody_is_told_that_no_money_moves() {
        assertThat(gateway.mode()).isEqualTo(PaymentMode.SANDBOX);
    }

    @Test
    void an_order_opens_a_page_that_shows_what_is_due() throws Exception {
        CheckoutReply.Opened opened = open(order(500, null));

        assertThat(opened.expiresAt()).isEqualTo(IN_AN_HOUR);
        String page = browser.open(opened.url()).body();
        assertThat(page)
                .contains("100 AI credits", "5 × $1.00", "$5.00", "Scrip’s payment sandbox",
                        "No card is asked for and no money moves")
                .doesNotContain("<script", "style=", "??");
    }

    @Test
    void an_opened_checkout_is_open_and_unpaid_and_names_its_purchase() {
        CheckoutOrder order = order(500, null);
        CheckoutReply.Opened opened = open(order);

        CheckoutState state = found(opened.session());
        assertThat(state.status()).isEqualTo(Status.OPEN);
        assertThat(state.payment()).isEqualTo(PaymentStatus.UNPAID);
        assertThat(state.isPaid()).isFalse();
        assertThat(state.purchase()).isEqualTo(order.purchase());
        assertThat(state.amounts()).isEqualTo(new CheckoutState.Amounts(Money.of(500, "usd"), Money.zero("usd")));
    }

    @Test
    void paying_leads_back_with_the_session_and_the_payment_is_known() throws Exception {
        CheckoutOrder order = order(300, null);
        CheckoutReply.Opened opened = open(order);

        String back = Browser.redirect(browser.press(opened.url(), "action=pay"));

        assertThat(back).isEqualTo("https://app.example.com/settings/license?session=" + opened.session());
        CheckoutState state = found(opened.session());
        assertThat(state.isPaid()).isTrue();
        assertThat(state.receipt().paidAt()).isEqualTo(NOW);
        assertThat(state.receipt().paymentIntent()).startsWith("pi_");
        assertThat(state.receipt().charge()).startsWith("ch_");
        assertThat(browser.open(URI.create(state.receipt().url())).body()).contains("$3.00");
    }

    @Test
    void the_same_order_opens_the_same_page() {
        CheckoutOrder order = order(100, new Discount("SPRING", Money.of(20, "usd")));

        assertThat(gateway.open(order)).isEqualTo(gateway.open(order)).isInstanceOf(CheckoutReply.Opened.class);
    }

    @Test
    void with_less_than_half_an_hour_left_a_page_is_not_opened_but_found_if_it_was_opened_before() {
        CheckoutOrder before = order(100, null);
        CheckoutReply opened = gateway.open(before);
        clock.set(NOW.plus(Duration.ofMinutes(45)));

        assertThat(gateway.open(order(100, null))).isInstanceOf(CheckoutReply.Refused.class);
        assertThat(gateway.open(before)).isEqualTo(opened);
    }

    @Test
    void another_order_for_the_same_purchase_is_refused() {
        CheckoutOrder order = order(100, null);
        open(order);
        CheckoutOrder other = new CheckoutOrder(order.purchase(), order.pool(), 200,
                new Price(Money.of(200, "usd"), null), order.buyer(), order.returns(), order.expiresAt());

        assertThat(gateway.open(other)).isInstanceOf(CheckoutReply.Refused.class);
    }

    @Test
    void a_discount_is_shown_on_page_and_receipt_and_taken_off_once() throws Exception {
        CheckoutReply.Opened opened = open(order(500, new Discount("SPRING", Money.of(125, "usd"))));

        assertThat(browser.open(opened.url()).body()).contains("Discount", "−$1.25", "$3.75");
        assertThat(found(opened.session()).amounts().due()).isEqualTo(Money.of(375, "usd"));
        browser.press(opened.url(), "action=pay");
        String receipt = browser.open(URI.create(found(opened.session()).receipt().url())).body();
        assertThat(receipt).contains("100 AI credits", "5 × $1.00", "Subtotal", "$5.00", "Discount (SPRING)", "−$1.25",
                "$3.75").doesNotContain("??", "Refunded");
    }

    @Test
    void less_than_the_least_amount_after_the_discount_is_refused_with_the_reason() {
        CheckoutReply reply = gateway.open(order(100, new Discount("SPRING", Money.of(51, "usd"))));

        assertThat(reply).isInstanceOfSatisfying(CheckoutReply.Refused.class,
                refused -> assertThat(refused.reason()).isEqualTo(PaymentRefusal.AMOUNT_TOO_SMALL));
    }

    @Test
    void a_page_with_nothing_due_completes_without_a_payment() throws Exception {
        CheckoutReply.Opened opened = open(order(100, new Discount("FREE", Money.of(100, "usd"))));
        browser.press(opened.url(), "action=pay");

        CheckoutState state = found(opened.session());
        assertThat(state.payment()).isEqualTo(PaymentStatus.NO_PAYMENT_REQUIRED);
        assertThat(state.isPaid()).isTrue();
        assertThat(state.receipt().paymentIntent()).isNull();
    }

    @Test
    void an_address_that_is_none_is_refused_with_the_reason() {
        CheckoutOrder order = order(100, null);
        CheckoutReply reply = gateway.open(new CheckoutOrder(order.purchase(), order.pool(), order.credits(),
                order.price(), new Buyer("nobody", null), order.returns(), order.expiresAt()));

        assertThat(reply).isInstanceOfSatisfying(CheckoutReply.Refused.class,
                refused -> assertThat(refused.reason()).isEqualTo(PaymentRefusal.EMAIL_INVALID));
    }

    @Test
    void a_declined_card_keeps_the_page_open() throws Exception {
        CheckoutReply.Opened opened = open(order(100, null));

        String back = Browser.redirect(browser.press(opened.url(), "action=decline"));

        assertThat(browser.open(opened.url().resolve(back)).body()).contains("Your card was declined");
        assertThat(found(opened.session()).status()).isEqualTo(Status.OPEN);
    }

    @Test
    void cancelling_leads_back_and_takes_nothing() throws Exception {
        CheckoutReply.Opened opened = open(order(100, null));

        assertThat(Browser.redirect(browser.press(opened.url(), "action=cancel")))
                .isEqualTo("https://app.example.com/settings/license?cancelled");
        assertThat(found(opened.session()).status()).isEqualTo(Status.OPEN);
    }

    @Test
    void a_paid_checkout_does_not_expire() throws Exception {
        CheckoutReply.Opened opened = open(order(100, null));
        browser.press(opened.url(), "action=pay");

        assertThat(gateway.expire(opened.session())).isInstanceOfSatisfying(CheckoutLookup.Found.class,
                found -> assertThat(found.state().isPaid()).isTrue());
    }

    @Test
    void a_checkout_expires_by_the_adjustable_clock() {
        CheckoutReply.Opened opened = open(order(100, null));

        clock.set(IN_AN_HOUR.minusSeconds(1));
        assertThat(found(opened.session()).status()).isEqualTo(Status.OPEN);
        clock.set(IN_AN_HOUR);
        assertThat(found(opened.session()).status()).isEqualTo(Status.EXPIRED);
    }

    @Test
    void what_does_not_exist_is_not_found() {
        assertThat(gateway.find("cs_test_nothing")).isInstanceOf(CheckoutLookup.NotFound.class);
        assertThat(gateway.find("")).isInstanceOf(CheckoutLookup.NotFound.class);
        assertThat(gateway.find("../charges/x?y")).isNotInstanceOf(CheckoutLookup.Found.class);
        assertThat(gateway.expire("cs_test_nothing")).isInstanceOf(CheckoutLookup.NotFound.class);
    }
}
