package scrip.application.purchase;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.payment.PaymentNews;
import scrip.application.payment.PaymentRefusal;
import scrip.application.payment.RefundOrder;
import scrip.application.payment.RefundReply;
import scrip.application.pool.Answer;
import scrip.application.pool.Ask;
import scrip.application.pool.FailingPoolStore;
import scrip.application.pool.InMemoryStores;
import scrip.application.pool.RequestKey;
import scrip.application.pool.UnavailableException;
import scrip.application.promo.InMemoryPromoStore;
import scrip.application.reading.InMemoryLedgerReader;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Command;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Money;
import scrip.domain.purchase.Purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Rule 28: a refund by the operator from the wish to the money, whatever breaks in between. */
class RefundsTest {

    private final InMemoryStores stores = new InMemoryStores();
    private final FailingPoolStore store = new FailingPoolStore(stores.pools());
    private final Shopping shop = new Shopping(new Shopping.Kept(stores, store,
            new InMemoryPurchaseStore(stores.pools()), new InMemoryLedgerReader(stores.pools()),
            new InMemoryPromoStore(stores.pools())));
    private final PoolId pool = shop.aBuyer();

    @AfterEach
    void close() {
        shop.close();
    }

    private static Answer words(RefundOutcome outcome) {
        return switch (outcome) {
            case RefundOutcome.Refunded done ->
                    new Answer(200, done.credits() + " for " + done.amount().minorUnits());
            case RefundOutcome.Refused no -> new Answer(409, no.why().key());
            default -> new Answer(500, outcome.getClass().getSimpleName());
        };
    }

    private Answer refund(String purchase, String key) {
        return refund(purchase, key, "unused");
    }

    private Answer refund(String purchase, String key, String reason) {
        return shop.refunds.refund(new RefundRequest(purchase, new RequestKey(key, key + reason), reason),
                RefundsTest::words);
    }

    private Purchase.Status status(String purchase) {
        return shop.purchase(purchase).status();
    }

    @Test
    @DisplayName("Example J: 50 of 300 are unused, so 50 credits and $0.50 go back; the gateway's news takes no more")
    void example_j() {
        String p1 = shop.bought(pool, "k1", 300);
        shop.pass(Duration.ofDays(1));
        shop.bought(pool, "k2", 100);
        shop.spend(pool, 250);

        assertThat(refund(p1, "r").body()).isEqualTo("50 for 50");
        shop.tell(shop.refunded(p1, 50));
        shop.tell(shop.refunded(p1, 50));

        assertThat(shop.addOn(pool)).isEqualTo(100);
        assertThat(status(p1)).isEqualTo(Purchase.Status.PARTIALLY_REFUNDED);
        assertThat(shop.gateway.refunds).singleElement().satisfies(order -> {
            assertThat(order.paymentIntent()).isEqualTo("pi_" + p1);
            assertThat(order.amount()).isEqualTo(Money.of(50, "usd"));
            assertThat(order.reason()).isEqualTo("unused");
        });
    }

    @Test
    @DisplayName("Rule 28 the credits are gone before the gateway is asked")
    void nobody_spends_what_is_being_paid_back() {
        String id = shop.bought(pool, "k", 300);
        shop.gateway.refunding = order -> {
            assertThat(shop.addOn(pool)).isZero();
            return new RefundReply.Made("re_1");
        };

        assertThat(refund(id, "r").body()).isEqualTo("300 for 300");
        assertThat(status(id)).isEqualTo(Purchase.Status.REFUNDED);
    }

    @Test
    @DisplayName("Rule 20 the same request pays back once, also twenty times at once; another reason under its key is refused")
    void the_same_request() {
        String id = shop.bought(pool, "k", 300);

        List<CompletableFuture<Answer>> answers = IntStream.range(0, 20)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> refund(id, "r"))).toList();

        assertThat(answers).extracting(answer -> answer.join().body()).containsOnly("300 for 300");
        assertThat(shop.gateway.refunds).extracting(RefundOrder::key).containsOnly(
                shop.gateway.refunds.getFirst().key());
        assertThat(refund(id, "r").replayed()).isTrue();
        assertThat(refund(id, "r", "another").body()).isEqualTo("KeyReused");
    }

    @Test
    @DisplayName("Rule 28 of two operators at once one pays back and the other is told that it is done")
    void two_requests() {
        String id = shop.bought(pool, "k", 300);

        assertThat(refund(id, "r1").status()).isEqualTo(200);
        assertThat(refund(id, "r2").body()).isEqualTo("already_refunded");
        assertThat(shop.gateway.refunds).hasSize(1);
        assertThat(refund("pur_nowhere", "r3").body()).isEqualTo("NoSuchPurchase");
    }

    @Test
    @DisplayName("Rule 28 what is unpaid or fully used cannot be paid back, and the key is free for another try")
    void not_refundable() {
        String id = shop.order(pool, "k", 300).body();
        assertThat(refund(id, "r").body()).isEqualTo("unpaid");
        shop.tell(new PaymentNews.CheckoutCompleted(shop.paid(id)));
        shop.spend(pool, 300);
        assertThat(refund(id, "r").body()).isEqualTo("fully_used");
        assertThat(shop.gateway.refunds).isEmpty();
    }

    @Test
    @DisplayName("A refund that the gateway refuses takes nothing")
    void refused_by_the_gateway() {
        String id = shop.bought(pool, "k", 300);
        shop.gateway.refunding = _ -> new RefundReply.Refused(PaymentRefusal.DISPUTED, "disputed");

        assertThat(refund(id, "r").body()).isEqualTo("RefusedByGateway");
        assertThat(shop.addOn(pool)).isEqualTo(300);
        assertThat(status(id)).isEqualTo(Purchase.Status.PAID);
    }

    @Test
    @DisplayName("A gateway that does not answer is asked again under the same key, by the same request or by the sweep")
    void unanswered() {
        String first = shop.bought(pool, "k1", 300);
        String second = shop.bought(pool, "k2", 200);
        shop.gateway.refunding = _ -> new RefundReply.Unavailable("timeout");
        assertThat(refund(first, "r1").body()).isEqualTo("Pending");
        assertThat(refund(second, "r2").body()).isEqualTo("Pending");
        assertThat(shop.addOn(pool)).as("nobody knows whether the money has gone").isZero();

        shop.gateway.refunding = order -> new RefundReply.Made("re_" + order.key());
        assertThat(refund(first, "r1").body()).isEqualTo("300 for 300");
        assertThat(shop.refunds.sweep()).as("the request may still be on its way").isZero();
        shop.pass(Duration.ofMinutes(5));
        assertThat(shop.refunds.sweep()).isEqualTo(1);

        assertThat(shop.refunds.sweep()).isZero();
        assertThat(refund(second, "r2").body()).isEqualTo("200 for 200");
        assertThat(shop.gateway.refunds).extracting(RefundOrder::key).hasSize(4)
                .satisfies(keys -> assertThat(keys.stream().distinct()).hasSize(2));
    }

    @Test
    @DisplayName("A refund at which the sweep breaks keeps it from no other")
    void broken_on_the_way() {
        String first = shop.bought(pool, "k1", 300);
        String second = shop.bought(pool, "k2", 200);
        shop.gateway.refunding = _ -> new RefundReply.Unavailable("timeout");
        refund(first, "r1");
        refund(second, "r2");
        String broken = shop.gateway.refunds.getFirst().key();
        shop.gateway.refunding = order -> {
            if (order.key().equals(broken)) {
                throw new IllegalStateException("broken");
            }
            return new RefundReply.Made("re_" + order.key());
        };
        shop.pass(Duration.ofMinutes(5));

        assertThat(shop.refunds.sweep()).isEqualTo(2);

        assertThat(refund(second, "r2").body()).isEqualTo("200 for 200");
        assertThat(shop.gateway.refunds.stream().filter(order -> order.key().equals(broken))).hasSize(2);
    }

    @Test
    @DisplayName("A refund that waited longer than the gateway keeps its key is asked for again by nobody: it could pay twice")
    void too_old_to_ask_again() {
        String id = shop.bought(pool, "k", 300);
        shop.gateway.refunding = _ -> new RefundReply.Unavailable("timeout");
        refund(id, "r");

        shop.pass(Duration.ofHours(21));
        shop.gateway.refunding = order -> new RefundReply.Made("re_" + order.key());
        shop.refunds.sweep();

        assertThat(refund(id, "r").body()).isEqualTo("Unanswered");
        assertThat(shop.gateway.refunds).hasSize(1);
        assertThat(shop.addOn(pool)).isZero();
    }

    @Test
    @DisplayName("A refund that nobody may ask for again is raised to the operator once, and the sweep leaves it out")
    void left_to_the_operator() {
        String id = shop.bought(pool, "k", 300);
        shop.gateway.refunding = _ -> new RefundReply.Unavailable("timeout");
        refund(id, "r");
        shop.pass(Duration.ofHours(21));

        assertThat(shop.refunds.sweep()).isEqualTo(1);
        assertThat(shop.discrepancies.since(shop.now(), 10)).singleElement().satisfies(raised -> {
            assertThat(raised.kind()).isEqualTo(Discrepancy.Kind.UNANSWERED_REFUND);
            assertThat(raised.subject()).isEqualTo(shop.gateway.refunds.getFirst().key()).contains(id);
        });
        shop.discrepancies.settle(Discrepancy.Kind.UNANSWERED_REFUND, shop.gateway.refunds.getFirst().key());

        assertThat(shop.refunds.sweep()).isZero();
        assertThat(shop.discrepancies.since(Shopping.START, 10)).isEmpty();
        shop.tell(shop.refunded(id, 300));
        assertThat(status(id)).isEqualTo(Purchase.Status.REFUNDED);
        assertThat(shop.addOn(pool)).isZero();
    }

    @Test
    @DisplayName("Two refunds of one purchase that nobody answers are two differences")
    void each_is_raised() {
        String id = shop.bought(pool, "k", 300);
        Work work = new Work("query", "ada@example.com", false, null);
        shop.desk.ask(Ask.of(pool, new Command.PlaceHold(work, Credits.of(100), null, Duration.ofMinutes(15))));
        shop.gateway.refunding = _ -> new RefundReply.Unavailable("timeout");
        refund(id, "r1");
        shop.pass(Duration.ofMinutes(15));
        refund(id, "r2");
        shop.pass(Duration.ofHours(21));

        shop.refunds.sweep();

        assertThat(shop.purchase(id).reversals().ownRefunds()).hasSize(2);
        assertThat(shop.discrepancies.since(Shopping.START, 10)).extracting(Discrepancy::subject)
                .containsExactlyInAnyOrderElementsOf(shop.gateway.refunds.stream().map(RefundOrder::key).distinct()
                        .toList());
    }

    @Test
    @DisplayName("A crash between any two steps of a refund ends in one refund")
    void crashes() {
        for (int step : List.of(1, 2)) {
            String id = shop.bought(pool, "k" + step, 300);
            store.breakAt(step);
            assertThatThrownBy(() -> refund(id, "r" + step)).isInstanceOf(UnavailableException.class);
            store.breakAt(0);
            shop.pass(Duration.ofMinutes(5));
            shop.refunds.sweep();

            assertThat(refund(id, "r" + step).body()).isEqualTo("300 for 300");
            assertThat(shop.addOn(pool)).isZero();
            assertThat(shop.gateway.refunds.stream().map(RefundOrder::key).distinct()).hasSize(step);
        }
    }
}
