package scrip.application.purchase;

import java.net.URI;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import scrip.application.payment.CardLookup;
import scrip.application.payment.CardOrder;
import scrip.application.payment.ChargeReply;
import scrip.application.payment.CheckoutOrder;
import scrip.application.payment.CheckoutReply;
import scrip.application.payment.CustomerReply;
import scrip.application.payment.PaymentGateway;
import scrip.application.payment.PaymentRefusal;
import scrip.application.payment.SavedCardOrder;
import scrip.domain.pricing.Money;

import static org.assertj.core.api.Assertions.assertThat;

/** What automatic top-ups may rely on of any gateway: its customers, its pages that save cards, and charges of them. */
public abstract class CardGatewayContract {

    private static final CheckoutOrder.Returns RETURNS = new CheckoutOrder.Returns(
            "https://app.example.com/?s=" + CheckoutOrder.Returns.SESSION, URI.create("https://app.example.com/"));

    /** The gateway, which may remember what other tests did: each test has a pool of its own. */
    protected abstract PaymentGateway gateway();

    /** By its clock. */
    protected abstract Instant now();

    /** The owner saves a card on the page: one that works, or one that is declined whenever it is charged. */
    protected abstract void save(CheckoutReply.Opened page, boolean good) throws Exception;

    private String customer(String pool) {
        return ((CustomerReply.Created) gateway().createCustomer(pool, null, null)).customer();
    }

    private CardOrder page(String pool, String key) {
        return new CardOrder("contract-" + pool + key, pool, customer(pool), RETURNS);
    }

    private CardLookup.Saved saved(String pool, boolean good) throws Exception {
        CheckoutReply.Opened page = (CheckoutReply.Opened) gateway().openCard(page(pool, "saved" + good));
        save(page, good);
        return (CardLookup.Saved) gateway().findCard(page.session());
    }

    private static SavedCardOrder charge(String purchase, CardLookup.Saved card) {
        return new SavedCardOrder("contract-" + purchase, card.pool(), Money.of(500, "usd"), card.customer(),
                card.method());
    }

    @Test
    void a_customer_is_created_once_per_pool_and_once_in_the_place_of_each_that_is_gone() {
        String first = customer("180");

        assertThat(customer("180")).isEqualTo(first).isNotEqualTo(customer("181"));
        CustomerReply other = gateway().createCustomer("180", null, first);
        assertThat(other).isNotEqualTo(new CustomerReply.Created(first))
                .isEqualTo(gateway().createCustomer("180", null, first));
    }

    @Test
    void the_same_request_opens_the_same_page_and_another_key_another_one() {
        CardOrder order = page("182", "a");

        CheckoutReply opened = gateway().openCard(order);

        assertThat(opened).isInstanceOf(CheckoutReply.Opened.class).isEqualTo(gateway().openCard(order))
                .isNotEqualTo(gateway().openCard(page("182", "b")));
    }

    @Test
    void a_page_for_a_customer_that_is_gone_is_refused_with_that_reason() {
        CardOrder order = new CardOrder("contract-gone", "183", "cus_gone", RETURNS);

        assertThat(gateway().openCard(order)).isInstanceOfSatisfying(CheckoutReply.Refused.class,
                refused -> assertThat(refused.reason()).isEqualTo(PaymentRefusal.CUSTOMER_GONE));
    }

    @Test
    void a_card_is_found_on_its_page_once_it_is_saved() throws Exception {
        CheckoutReply.Opened page = (CheckoutReply.Opened) gateway().openCard(page("184", "a"));
        assertThat(gateway().findCard(page.session())).isEqualTo(new CardLookup.None());

        save(page, true);

        assertThat(gateway().findCard(page.session())).isInstanceOfSatisfying(CardLookup.Saved.class, card -> {
            assertThat(card.pool()).isEqualTo("184");
            assertThat(card.customer()).isEqualTo(customer("184"));
            assertThat(card.label()).isEqualTo("Visa •••• 4242");
            assertThat(card.savedAt()).isEqualTo(now());
        });
        assertThat(gateway().findCard("cs_test_nothing")).isEqualTo(new CardLookup.None());
        assertThat(gateway().findCard("")).isEqualTo(new CardLookup.None());
    }

    @Test
    void a_card_is_charged_once_per_purchase() throws Exception {
        CardLookup.Saved card = saved("185", true);

        ChargeReply paid = gateway().charge(charge("1", card));

        assertThat(gateway().charge(charge("1", card))).isEqualTo(paid);
        assertThat(paid).isInstanceOfSatisfying(ChargeReply.Paid.class, told -> {
            assertThat(told.payment().isPaid()).isTrue();
            assertThat(told.payment().purchase()).isEqualTo("contract-1");
            assertThat(told.payment().amounts().due()).isEqualTo(Money.of(500, "usd"));
        });
        assertThat(gateway().charge(charge("2", card))).isNotEqualTo(paid).isInstanceOf(ChargeReply.Paid.class);
    }

    @Test
    void a_declined_card_is_declined_again_for_the_same_purchase() throws Exception {
        CardLookup.Saved card = saved("186", false);

        assertThat(gateway().charge(charge("3", card))).isInstanceOf(ChargeReply.Declined.class);
        assertThat(gateway().charge(charge("3", card))).isInstanceOf(ChargeReply.Declined.class);
    }

    @Test
    void the_same_payment_asked_for_with_another_card_is_not_known_to_be_declined() throws Exception {
        gateway().charge(charge("4", saved("187", true)));

        assertThat(gateway().charge(charge("4", saved("188", true)))).isInstanceOf(ChargeReply.Unavailable.class);
    }

    @Test
    void a_card_that_is_none_or_somebody_elses_is_declined() throws Exception {
        CardLookup.Saved card = saved("189", true);

        assertThat(gateway().charge(new SavedCardOrder("contract-5", "189", Money.of(500, "usd"), card.customer(),
                "pm_none"))).isInstanceOf(ChargeReply.Declined.class);
        assertThat(gateway().charge(new SavedCardOrder("contract-6", "180", Money.of(500, "usd"), customer("190"),
                card.method()))).isInstanceOf(ChargeReply.Declined.class);
    }
}
