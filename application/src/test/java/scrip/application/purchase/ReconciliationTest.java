package scrip.application.purchase;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.PaymentNews;
import scrip.application.pool.Answer;
import scrip.application.pool.Ask;
import scrip.application.pool.Deed;
import scrip.application.pool.Desk;
import scrip.application.pool.Wants;
import scrip.application.purchase.Discrepancy.Kind;
import scrip.application.purchase.ReconciliationStore.Report;
import scrip.domain.credit.Credits;
import scrip.domain.pricing.Money;
import scrip.domain.purchase.Order;
import scrip.domain.purchase.Purchase;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Rule 26: reconciliation finds what was never told, and raises what differs")
class ReconciliationTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final PurchaseWorld world = new PurchaseWorld();
    private final ShopProcess shop = world.start(Death.NEVER);
    private final TellingGateway gateway = world.gateway;

    @AfterEach
    void close() {
        shop.close();
    }

    private List<Kind> raised() {
        return world.discrepancies.since(Instant.EPOCH, 10).stream().map(Discrepancy::kind).toList();
    }

    private String ordered(String key) {
        return shop.order(key).body();
    }

    @Test
    void a_payment_whose_webhook_never_came_is_found_by_asking() {
        String id = ordered("k");
        gateway.pay(id, world.now);

        Report report = shop.reconciliation.run();

        assertThat(report.checked()).isEqualTo(1);
        assertThat(report.fulfilled()).isEqualTo(1);
        assertThat(report.complete()).isTrue();
        assertThat(world.addOn()).isEqualTo(Credits.of(500));
        assertThat(shop.reconciliation.run().fulfilled()).as("once").isZero();
    }

    @Test
    void a_scheduled_pass_waits_for_the_webhook_and_runs_once_for_all_nodes() {
        String id = ordered("k");
        gateway.pay(id, world.now);
        assertThat(shop.reconciliation.runIfDue(HOUR)).hasValueSatisfying(
                report -> assertThat(report.checked()).isZero());
        assertThat(shop.reconciliation.runIfDue(HOUR)).isEmpty();

        world.now = world.now.plus(HOUR);

        assertThat(shop.reconciliation.runIfDue(HOUR)).hasValueSatisfying(
                report -> assertThat(report.fulfilled()).isEqualTo(1));
    }

    @Test
    void an_event_that_was_never_delivered_is_read_from_the_list_stored_and_worked_off() {
        String id = ordered("k");
        CheckoutState paid = gateway.pay(id, world.now);
        shop.tell(new PaymentNews.CheckoutCompleted(paid));
        gateway.delivery(new PaymentNews.MoneyRefunded(new PaymentNews.PaymentRef("pi_" + id, null),
                Money.of(500, "usd"), Money.of(500, "usd"), List.of(), world.now.plusSeconds(1)));

        Report report = shop.reconciliation.run();

        assertThat(report.events()).isEqualTo(2);
        assertThat(report.missed()).isEqualTo(1);
        assertThat(world.addOn()).isEqualTo(Credits.ZERO);
        assertThat(world.inbox.newest(null, null, 9)).extracting(Inbox.Letter::standing)
                .containsOnly(Inbox.Standing.DONE);
        assertThat(shop.reconciliation.run().missed()).isZero();
    }

    @Test
    void a_list_too_long_for_one_pass_is_gone_on_with_until_its_end() {
        for (int i = 0; i < 25; i++) {
            gateway.delivery(new PaymentNews.NotUsed("test"));
        }
        gateway.pageSize = 2;

        Report first = shop.reconciliation.run();
        Report second = shop.reconciliation.run();

        assertThat(first.events()).isEqualTo(20);
        assertThat(first.complete()).isFalse();
        assertThat(second.events()).isEqualTo(5);
        assertThat(second.complete()).isTrue();
        assertThat(first.missed() + second.missed()).isEqualTo(25);
        world.now = world.now.plus(HOUR).plusSeconds(1);
        gateway.pageSize = 100;
        shop.reconciliation.run();
        assertThat(shop.reconciliation.run().events()).as("what has been read is not read for ever").isZero();
    }

    @Test
    void another_amount_or_currency_is_never_fulfilled_but_raised() {
        String more = shop.order("more", 600).body();
        gateway.pay(more, world.now);

        assertThat(shop.reconciliation.run().fulfilled()).isZero();
        shop.reconciliation.run();

        assertThat(world.addOn()).isEqualTo(Credits.ZERO);
        assertThat(world.discrepancies.since(Instant.EPOCH, 10)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.AMOUNT);
            assertThat(one.subject()).isEqualTo(TellingGateway.session(more));
            assertThat(one.detail()).contains("500 usd", "600 usd", more);
        });
    }

    @Test
    void money_for_a_purchase_that_is_not_here_is_raised() {
        gateway.delivery(new PaymentNews.CheckoutCompleted(gateway.pay("pur_elsewhere", world.now)));

        shop.reconciliation.run();

        assertThat(raised()).containsExactly(Kind.UNKNOWN_PURCHASE);
    }

    @Test
    void a_purchase_paid_here_and_not_there_is_raised() {
        String id = ordered("k");
        shop.tell(new PaymentNews.CheckoutCompleted(gateway.pay(id, world.now)));
        gateway.forget(TellingGateway.session(id));
        world.now = world.now.plus(HOUR).plusSeconds(1);

        assertThat(shop.reconciliation.run().audited()).isEqualTo(1);

        assertThat(raised()).containsExactly(Kind.NOT_PAID_THERE);
        assertThat(shop.reconciliation.run().audited()).as("each is asked about once").isZero();
    }

    @Test
    void a_purchase_that_never_got_a_checkout_is_given_up_in_the_end() {
        gateway.down = true;
        shop.order("k");
        world.now = world.now.plus(Duration.ofHours(3));

        assertThat(shop.reconciliation.run().ended()).isEqualTo(1);

        assertThat(world.only().status()).isEqualTo(Purchase.Status.EXPIRED);
    }

    @Test
    void an_automatic_top_up_is_left_to_whoever_charges_the_card() {
        Order order = new Order(Credits.of(500), Credits.ZERO, Money.of(500, "usd"), Money.zero("usd"), null,
                Order.AUTOMATIC, world.now);
        try (Desk desk = new Desk(world.pools, () -> world.now, PurchaseWorld.TERMS, Desk.Limits.DEFAULT)) {
            desk.ask(Ask.unkeyed(PurchaseWorld.POOL, Wants.purchase("pur_auto"), (_, _) -> new Deed.Outcome(
                    new Answer(0, ""), false, List.of(Purchase.ordered("pur_auto", PurchaseWorld.POOL, order)))));
        }
        world.now = world.now.plus(Duration.ofHours(3));

        assertThat(shop.reconciliation.run().ended()).isZero();

        assertThat(world.only().status()).isEqualTo(Purchase.Status.PENDING);
    }

    @Test
    void a_checkout_that_the_gateway_does_not_know_is_given_up_once_it_is_over_and_raised() {
        String id = ordered("k");
        gateway.forget(TellingGateway.session(id));
        shop.reconciliation.run();
        assertThat(world.only().status()).isEqualTo(Purchase.Status.PENDING);
        world.now = world.now.plus(Duration.ofHours(3));

        shop.reconciliation.run();

        assertThat(world.only().status()).isEqualTo(Purchase.Status.EXPIRED);
        assertThat(raised()).containsExactly(Kind.UNKNOWN_CHECKOUT);
    }

    @Test
    void a_purchase_that_cannot_be_dealt_with_keeps_no_other_from_it_nor_the_events() {
        String strange = ordered("k1");
        gateway.pay(strange, world.now);
        gateway.breaking = TellingGateway.session(strange);
        gateway.pay(ordered("k2"), world.now);
        gateway.delivery(new PaymentNews.NotUsed("test"));

        Report report = shop.reconciliation.run();

        assertThat(report.fulfilled()).isEqualTo(1);
        assertThat(report.events()).isEqualTo(1);
        assertThat(report.complete()).as("not everything was compared").isFalse();
        gateway.breaking = "";
        assertThat(shop.reconciliation.run().fulfilled()).as("it is asked about again").isEqualTo(1);
    }

    @Test
    void a_gateway_that_is_silent_is_not_asked_on_and_on_and_the_next_pass_goes_on() {
        for (int i = 0; i < 10; i++) {
            String id = ordered("k" + i);
            gateway.pay(id, world.now);
        }
        gateway.silent = true;
        Report silent = shop.reconciliation.run();
        assertThat(silent.reached()).isFalse();
        assertThat(silent.complete()).isFalse();
        assertThat(gateway.finds).isEqualTo(3);

        gateway.silent = false;
        int fulfilled = shop.reconciliation.run().fulfilled() + shop.reconciliation.run().fulfilled();

        assertThat(fulfilled).isEqualTo(10);
    }
}
