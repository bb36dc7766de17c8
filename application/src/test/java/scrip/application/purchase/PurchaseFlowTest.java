package scrip.application.purchase;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.payment.CardLookup;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.PaymentNews;
import scrip.application.payment.PaymentRefusal;
import scrip.application.pool.Answer;
import scrip.application.pool.Ask;
import scrip.application.pool.Desk;
import scrip.application.pool.FailingPoolStore;
import scrip.application.pool.InMemoryPoolStore;
import scrip.application.pool.RequestKey;
import scrip.application.pool.UnavailableException;
import scrip.application.promo.InMemoryPromoStore;
import scrip.application.promo.Promos;
import scrip.application.reading.Balances;
import scrip.application.reading.InMemoryLedgerReader;
import scrip.domain.credit.Credits;
import scrip.domain.license.BillingInterval;
import scrip.domain.license.License;
import scrip.domain.notice.Matter;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;
import scrip.domain.pricing.Money;
import scrip.domain.pricing.PriceList;
import scrip.domain.purchase.Purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rules 8, 10, 20, 25 and 26: a purchase from its order to its credits, whatever breaks and however it is told. */
class PurchaseFlowTest {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final PoolId POOL = new PoolId(1);
    private static final PoolId OTHER = new PoolId(2);
    private static final Terms TERMS = new Terms(Credits.ZERO, Duration.ofDays(30));
    private static final Shop SHOP = new Shop(
            new PriceList(Money.of(100, "usd"), 100, 1_000_000, List.of()), Money.of(50, "usd"), false);

    private final InMemoryPoolStore memory = new InMemoryPoolStore();
    private final FailingPoolStore store = new FailingPoolStore(memory);
    private final TellingGateway gateway = new TellingGateway();
    private final InMemoryInbox inbox = new InMemoryInbox();
    private final InMemoryPurchaseStore purchases = new InMemoryPurchaseStore(memory);
    private Instant now = NOW;
    private final Set<CardLookup.Saved> kept = new HashSet<>();
    private final InstantSource clock = () -> now;
    private final Desk desk = new Desk(store, clock, TERMS, Desk.Limits.DEFAULT);
    private final Balances balances = new Balances(store, new InMemoryLedgerReader(memory), clock, TERMS);
    private final Promos promos = new Promos(new InMemoryPromoStore(memory), purchases, clock);
    private final Fulfilment fulfilment = new Fulfilment(desk,
            new Fulfilment.Records(purchases, promos, new InMemoryDiscrepancies()), clock);
    private final Orders orders = new Orders(desk, new Quotes(balances, SHOP, promos), purchases,
            new Payers(gateway, new InMemoryCustomerStore()), promos);
    private final Webhooks webhooks = new Webhooks(gateway, inbox, new Webhooks.Takers(fulfilment, kept::add), clock);
    private final Checkouts checkouts = new Checkouts(gateway, fulfilment, purchases, clock);

    PurchaseFlowTest() {
        for (PoolId pool : List.of(POOL, OTHER)) {
            memory.create(CreditPool.open(pool, NOW));
        }
        License license = new License("Team", 1, Credits.of(100), BillingInterval.ANNUAL, NOW, null, ZoneOffset.UTC);
        desk.ask(Ask.of(POOL, new Command.EnterLicense(license)));
    }

    @AfterEach
    void closeDesk() {
        desk.close();
    }

    /** Puts answers as a status and the purchase's id or the refusal's name. */
    private static final OrderWriter WORDS = new OrderWriter() {

        @Override
        public Answer write(Purchase purchase) {
            return new Answer(201, purchase.id());
        }

        @Override
        public Answer write(Refusal refusal) {
            return new Answer(422, refusal.getClass().getSimpleName());
        }
    };

    private Answer order(PoolId pool, String key, long credits) {
        return orders.order(new OrderRequest(pool, new RequestKey(key, key + credits), credits, null,
                "ada@example.com", "https://app.test/?c={CHECKOUT_SESSION_ID}", URI.create("https://app.test/")),
                WORDS);
    }

    private String ordered() {
        Answer answer = order(POOL, "k", 500);
        assertThat(answer.status()).isEqualTo(201);
        return answer.body();
    }

    private void tell(PaymentNews news) {
        assertThat(webhooks.receive(gateway.delivery(news), "genuine")).isEqualTo(Webhooks.Receipt.STORED);
        webhooks.work();
    }

    private Credits addOn() {
        return balances.now(POOL).orElseThrow().stock().addOn().available();
    }

    private Purchase.Status status(String purchase) {
        return purchases.byId(purchase).orElseThrow().status();
    }

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

    @Test
    void a_delivery_that_is_not_genuine_is_refused() {
        assertThat(webhooks.receive(new byte[0], "forged")).isEqualTo(Webhooks.Receipt.REFUSED);
        assertThat(webhooks.work()).isZero();
    }
}
