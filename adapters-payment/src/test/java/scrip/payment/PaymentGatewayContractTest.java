package scrip.payment;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import scrip.application.payment.CardLookup;
import scrip.application.payment.CardOrder;
import scrip.application.payment.ChargeReply;
import scrip.application.payment.CheckoutLookup;
import scrip.application.payment.CheckoutOrder;
import scrip.application.payment.CheckoutOrder.Buyer;
import scrip.application.payment.CheckoutOrder.Discount;
import scrip.application.payment.CheckoutOrder.Price;
import scrip.application.payment.CheckoutOrder.Returns;
import scrip.application.payment.CheckoutReply;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.CheckoutState.PaymentStatus;
import scrip.application.payment.CheckoutState.Status;
import scrip.application.payment.CustomerReply;
import scrip.application.payment.EventsReply;
import scrip.application.payment.PaymentGateway;
import scrip.application.payment.PaymentMode;
import scrip.application.payment.PaymentNews;
import scrip.application.payment.PaymentRefusal;
import scrip.application.payment.RefundOrder;
import scrip.application.payment.RefundReply;
import scrip.application.payment.SavedCardOrder;
import scrip.application.payment.VerifiedEvent;
import scrip.domain.pricing.Money;
import scrip.payment.PaymentTestApplication.SettableClock;
import scrip.payment.sandbox.Sandbox;

import static org.assertj.core.api.Assertions.assertThat;

/** What a purchase may rely on, tried over HTTP from the port through Stripe's SDK to the sandbox and its pages. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class PaymentGatewayContractTest {

    private static final AtomicInteger PURCHASES = new AtomicInteger();
    private static final Instant NOW = SettableClock.START;
    private static final Instant IN_AN_HOUR = NOW.plus(Duration.ofHours(1));

    @Autowired
    private PaymentGateway gateway;
    @Autowired
    private WebhookReceiver webhook;
    @Autowired
    private SettableClock clock;
    @LocalServerPort
    private int port;

    private final Browser browser = new Browser();

    @BeforeEach
    void begin() {
        clock.set(NOW);
        webhook.forget();
    }

    @AfterEach
    void close() {
        browser.close();
    }

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
    void a_discount_is_shown_and_taken_off_once() throws Exception {
        CheckoutReply.Opened opened = open(order(500, new Discount("SPRING", Money.of(125, "usd"))));

        assertThat(browser.open(opened.url()).body()).contains("Discount", "−$1.25", "$3.75");
        assertThat(found(opened.session()).amounts().due()).isEqualTo(Money.of(375, "usd"));
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
    void an_address_that_the_gateway_does_not_take_does_not_keep_a_pool_from_paying() {
        assertThat(gateway.createCustomer("78", "nobody", null)).isInstanceOf(CustomerReply.Created.class);
    }

    @Test
    void a_customer_that_is_gone_is_told_and_the_same_order_goes_on_under_another_one() {
        CheckoutOrder order = order(100, new Discount("SPRING", Money.of(20, "usd")));
        CardOrder card = new CardOrder("card-gone", "88", "cus_gone", order.returns(), IN_AN_HOUR);

        assertThat(List.of(gateway.open(order.paidBy("cus_gone")), gateway.openCard(card)))
                .allSatisfy(reply -> assertThat(reply).isInstanceOfSatisfying(CheckoutReply.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(PaymentRefusal.CUSTOMER_GONE)));

        CustomerReply.Created first = (CustomerReply.Created) gateway.createCustomer("88", null, null);
        CustomerReply.Created other = (CustomerReply.Created) gateway.createCustomer("88", null, "cus_gone");
        assertThat(other).isNotEqualTo(first).isEqualTo(gateway.createCustomer("88", null, "cus_gone"));
        CheckoutReply.Opened opened = open(order.paidBy(other.customer()));
        assertThat(found(opened.session()).purchase()).isEqualTo(order.purchase());
        assertThat(gateway.openCard(new CardOrder("card-gone", "88", other.customer(), order.returns(), IN_AN_HOUR)))
                .isInstanceOf(CheckoutReply.Opened.class);
    }

    @Test
    void another_buyer_of_the_pool_is_no_reason_to_refuse_a_customer() {
        gateway.createCustomer("79", "ada@example.com", null);

        assertThat(gateway.createCustomer("79", "grace@example.com", null)).isInstanceOf(CustomerReply.Created.class);
    }

    @Test
    void while_deliveries_are_lost_and_cards_declined_by_the_switches_only_the_list_tells() throws Exception {
        clock.set(NOW.plus(Duration.ofDays(2)));
        CardLookup.Saved card = saved("86", "save", NOW.plus(Duration.ofDays(2)).plusSeconds(3_600));
        URI dashboard = URI.create("http://localhost:" + port + Sandbox.PATH);
        try {
            browser.press(dashboard, "action=switches&lost=on&declines=on");
            assertThat(gateway.charge(charge("purchase-card-6", card))).isInstanceOf(ChargeReply.Declined.class);
        } finally {
            browser.press(dashboard, "action=switches");
        }
        assertThat(gateway.charge(charge("purchase-card-7", card))).isInstanceOf(ChargeReply.Paid.class);

        assertThat(webhook.await("payment_intent.succeeded").json()).contains("purchase-card-7");
        assertThat(((EventsReply.Page) gateway.eventsSince(NOW.plus(Duration.ofDays(2)), null)).events())
                .filteredOn(event -> event.json().contains("purchase-card-6")).extracting(VerifiedEvent::type)
                .containsExactly("payment_intent.payment_failed");
    }

    private CardLookup.Saved saved(String pool, String action) throws Exception {
        return saved(pool, action, IN_AN_HOUR);
    }

    private CardLookup.Saved saved(String pool, String action, Instant until) throws Exception {
        String customer = ((CustomerReply.Created) gateway.createCustomer(pool, null, null)).customer();
        CheckoutReply.Opened page = (CheckoutReply.Opened) gateway.openCard(new CardOrder("card-" + pool + action, pool,
                customer, order(100, null).returns(), until));
        assertThat(gateway.findCard(page.session())).isInstanceOf(CardLookup.None.class);
        assertThat(browser.open(page.url()).body()).contains("Save a card").doesNotContain("??");
        browser.press(page.url(), "action=" + action);
        CardLookup.Saved saved = (CardLookup.Saved) gateway.findCard(page.session());
        assertThat(saved.pool()).isEqualTo(pool);
        assertThat(saved.customer()).isEqualTo(customer);
        return saved;
    }

    private static SavedCardOrder charge(String purchase, CardLookup.Saved card) {
        return new SavedCardOrder(purchase, card.pool(), Money.of(500, "usd"), card.customer(), card.method());
    }

    @Test
    void a_saved_card_is_told_by_an_event_too_for_an_owner_who_does_not_come_back() throws Exception {
        CardLookup.Saved card = saved("80", "save");

        assertThat(card.savedAt()).isEqualTo(NOW);
        assertThat(gateway.interpret(webhook.await("checkout.session.completed").json()))
                .isEqualTo(new PaymentNews.CardSaved(card));
    }

    @Test
    void a_saved_card_is_charged_without_its_owner_once_per_purchase_and_told() throws Exception {
        CardLookup.Saved card = saved("81", "save");
        SavedCardOrder order = charge("purchase-card-1", card);

        ChargeReply first = gateway.charge(order);

        assertThat(card.label()).isEqualTo("Visa •••• 4242");
        assertThat(gateway.charge(order)).isEqualTo(first);
        assertThat(first).isInstanceOfSatisfying(ChargeReply.Paid.class, paid -> {
            assertThat(paid.payment().isPaid()).isTrue();
            assertThat(paid.payment().purchase()).isEqualTo("purchase-card-1");
            assertThat(paid.payment().amounts().due()).isEqualTo(Money.of(500, "usd"));
            assertThat(paid.payment().receipt().paidAt()).isEqualTo(NOW);
            assertThat(paid.payment().receipt().url()).isNotNull();
        });
        assertThat(gateway.interpret(webhook.await("payment_intent.succeeded").json()))
                .isInstanceOfSatisfying(PaymentNews.CheckoutCompleted.class, told -> assertThat(told.checkout())
                        .isEqualTo(((ChargeReply.Paid) first).payment()));
    }

    @Test
    void a_saved_card_that_is_declined_charges_nothing_and_is_told() throws Exception {
        CardLookup.Saved card = saved("82", "save-bad");
        SavedCardOrder order = charge("purchase-card-2", card);

        assertThat(gateway.charge(order)).isInstanceOf(ChargeReply.Declined.class);
        assertThat(gateway.charge(order)).isInstanceOf(ChargeReply.Declined.class);
        assertThat(gateway.interpret(webhook.await("payment_intent.payment_failed").json()))
                .isInstanceOfSatisfying(PaymentNews.CheckoutFailed.class,
                        failed -> assertThat(failed.checkout().purchase()).isEqualTo("purchase-card-2"));
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

    private EventsReply.Page page(String cursor) {
        return (EventsReply.Page) gateway.eventsSince(NOW.plus(Duration.ofDays(1)), cursor);
    }

    private static String refundId(VerifiedEvent event) {
        return StripeJson.parse(event.json()).orElseThrow().object("data").orElseThrow().object("object").orElseThrow()
                .text("id").orElseThrow();
    }

    private PaymentNews.MoneyRefunded refunded(VerifiedEvent event) {
        return (PaymentNews.MoneyRefunded) gateway.interpret(event.json());
    }

    private CheckoutState completed(VerifiedEvent event) {
        return ((PaymentNews.CheckoutCompleted) gateway.interpret(event.json())).checkout();
    }

    private String paid(long credits) throws Exception {
        return receipt(credits).paymentIntent();
    }

    private CheckoutState.Receipt receipt(long credits) throws Exception {
        CheckoutReply.Opened opened = open(order(credits, null));
        browser.press(opened.url(), "action=pay");
        webhook.await("checkout.session.completed");
        return found(opened.session()).receipt();
    }

    private CheckoutReply.Opened open(CheckoutOrder order) {
        CheckoutReply reply = gateway.open(order);
        assertThat(reply).isInstanceOf(CheckoutReply.Opened.class);
        return (CheckoutReply.Opened) reply;
    }

    private CheckoutState found(String session) {
        CheckoutLookup lookup = gateway.find(session);
        assertThat(lookup).isInstanceOf(CheckoutLookup.Found.class);
        return ((CheckoutLookup.Found) lookup).state();
    }

    private static CheckoutOrder order(long credits, Discount discount) {
        return new CheckoutOrder("purchase-" + PURCHASES.incrementAndGet(), "7", credits,
                new Price(Money.of(credits, "usd"), discount), new Buyer("admin@example.com", null),
                new Returns("https://app.example.com/settings/license?session=" + Returns.SESSION,
                        URI.create("https://app.example.com/settings/license?cancelled")),
                IN_AN_HOUR);
    }
}
