package scrip.payment;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import scrip.application.payment.CardLookup;
import scrip.application.payment.CardOrder;
import scrip.application.payment.ChargeReply;
import scrip.application.payment.CheckoutOrder;
import scrip.application.payment.CheckoutOrder.Discount;
import scrip.application.payment.CheckoutReply;
import scrip.application.payment.CustomerReply;
import scrip.application.payment.EventsReply;
import scrip.application.payment.PaymentNews;
import scrip.application.payment.PaymentRefusal;
import scrip.application.payment.SavedCardOrder;
import scrip.application.payment.VerifiedEvent;
import scrip.domain.pricing.Money;
import scrip.payment.sandbox.Sandbox;

import static org.assertj.core.api.Assertions.assertThat;

/** Customers, cards that are saved for later, and payments with them. */
class CardsOnSandboxTest extends GatewayOnSandbox {

    @Test
    void an_address_that_the_gateway_does_not_take_does_not_keep_a_pool_from_paying() {
        assertThat(gateway.createCustomer("78", "nobody", null)).isInstanceOf(CustomerReply.Created.class);
    }

    @Test
    void a_customer_that_is_gone_is_told_and_the_same_order_goes_on_under_another_one() {
        CheckoutOrder order = order(100, new Discount("SPRING", Money.of(20, "usd")));
        CardOrder card = new CardOrder("card-gone", "88", "cus_gone", order.returns());

        assertThat(List.of(gateway.open(order.paidBy("cus_gone")), gateway.openCard(card)))
                .allSatisfy(reply -> assertThat(reply).isInstanceOfSatisfying(CheckoutReply.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(PaymentRefusal.CUSTOMER_GONE)));

        CustomerReply.Created first = (CustomerReply.Created) gateway.createCustomer("88", null, null);
        CustomerReply.Created other = (CustomerReply.Created) gateway.createCustomer("88", null, "cus_gone");
        assertThat(other).isNotEqualTo(first).isEqualTo(gateway.createCustomer("88", null, "cus_gone"));
        CheckoutReply.Opened opened = open(order.paidBy(other.customer()));
        assertThat(found(opened.session()).purchase()).isEqualTo(order.purchase());
        assertThat(gateway.openCard(new CardOrder("card-gone", "88", other.customer(), order.returns())))
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
        CardLookup.Saved card = saved("86", "save");
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
    void the_same_form_sent_again_a_while_later_opens_the_same_page() {
        String customer = ((CustomerReply.Created) gateway.createCustomer("87", null, null)).customer();
        CardOrder order = new CardOrder("card-again", "87", customer, order(100, null).returns());
        CheckoutReply first = gateway.openCard(order);
        clock.set(NOW.plusSeconds(5));

        assertThat(gateway.openCard(order)).isEqualTo(first).isInstanceOf(CheckoutReply.Opened.class);
    }

    private CardLookup.Saved saved(String pool, String action) throws Exception {
        String customer = ((CustomerReply.Created) gateway.createCustomer(pool, null, null)).customer();
        CheckoutReply.Opened page = (CheckoutReply.Opened) gateway.openCard(new CardOrder("card-" + pool + action, pool,
                customer, order(100, null).returns()));
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
}
