package scrip.application.purchase;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.PaymentNews;
import scrip.application.pool.Answer;
import scrip.application.promo.Claim;
import scrip.application.promo.Promos;
import scrip.application.promo.Redemption.State;
import scrip.domain.credit.Credits;
import scrip.domain.pool.PoolId;
import scrip.domain.pricing.Money;
import scrip.domain.promo.Benefit;
import scrip.domain.purchase.Purchase;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 27 with many buyers at once, on any stores and with several nodes on them. */
public abstract class PromosAtOnceContract extends PromoOrdering {

    @Test
    @DisplayName("Rule 27 one free order sent twenty times at once is credited once")
    void free_of_charge_at_once() throws Exception {
        code(new Benefit.PercentOff(100), ONCE);
        Callable<String> order = () -> shop.order(pool, "k", 500, name).body();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(IntStream.range(0, 20).mapToObj(_ -> order).toList()))
                    .extracting(Future::resultNow).containsOnly(order.call());
        }

        assertThat(shop.addOn(pool)).isEqualTo(500);
        assertThat(redemptions()).isEqualTo(1);
    }

    @Test
    @DisplayName("Example O: of 500 checkouts at once with a limit of 100, on three nodes and in 40 pools, exactly 100 open")
    void example_o() throws Exception {
        code(100);
        List<Shopping> all = List.of(shop, node(), node());
        List<PoolId> pools = IntStream.range(0, 40).mapToObj(_ -> shop.aBuyer()).toList();
        List<Callable<Answer>> buyers = IntStream.range(0, 500).<Callable<Answer>>mapToObj(i -> () -> all.get(i % 3)
                .order(pools.get(i % 40), "buyer-" + i, 500, name)).toList();

        List<Answer> answers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(buyers).stream().map(Future::resultNow).toList();
        }

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(100);
        assertThat(answers.stream().filter(answer -> answer.status() != 201)).hasSize(400)
                .extracting(Answer::body).containsOnly("used_up");
        assertThat(all.stream().mapToInt(node -> node.gateway.opened.size()).sum()).isEqualTo(100);
        assertThat(redemptions()).isEqualTo(100);
        assertThat(pools.stream().mapToInt(of -> shop.purchases.ofPool(of, 1_000).size()).sum()).isEqualTo(100);
    }

    @RepeatedTest(10)
    @DisplayName("Rule 27 expiry against payment: whoever wins, a paid purchase keeps its redemption")
    void expiry_against_payment() throws Exception {
        code(1);
        String id = shop.order(pool, "k", 500, name).body();
        CheckoutState paid = shop.paid(id);
        CheckoutState expired = shop.expired(id);
        Shopping other = node();
        List<Callable<Object>> news = List.of(() -> shop.tell(new PaymentNews.CheckoutCompleted(paid)),
                () -> other.tell(new PaymentNews.CheckoutExpired(expired)),
                () -> shop.tell(new PaymentNews.CheckoutExpired(expired)), () -> shop.promos.sweep(),
                () -> other.order(shop.aBuyer(), "x", 500, name));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(news)).allSatisfy(done -> assertThat(done.state())
                    .isEqualTo(Future.State.SUCCESS));
        }

        assertThat(status(id)).isEqualTo(Purchase.Status.PAID);
        assertThat(state(id)).isEqualTo(State.KEPT);
        assertThat(shop.addOn(pool)).isEqualTo(500);
    }

    @Test
    @DisplayName("What a crash left between the steps is settled by the sweep")
    void crashes() {
        code(9);
        Claim neverOrdered = new Claim(name, "pur_" + name, pool);
        shop.promos.take(neverOrdered, new Promos.Basket(Credits.of(500), Money.of(500, "usd")));
        String open = shop.order(pool, "k", 500, name).body();
        shop.promos.sweep();
        assertThat(redemptions()).as("the order may still be on its way").isEqualTo(2);

        shop.pass(Duration.ofMinutes(11));
        shop.promos.sweep();

        assertThat(state(neverOrdered.purchase())).isEqualTo(State.RETURNED);
        assertThat(state(open)).as("its checkout is open").isEqualTo(State.TAKEN);
    }
}
