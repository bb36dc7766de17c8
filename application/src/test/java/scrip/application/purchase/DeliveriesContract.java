package scrip.application.purchase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.PaymentNews;
import scrip.domain.pool.PoolId;
import scrip.domain.purchase.Purchase;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 25 with everybody telling it at once, on any stores and with three nodes on them. */
public abstract class DeliveriesContract {

    private static final int DELIVERIES = 50;

    private final List<Shopping> nodes = new ArrayList<>();
    private final List<Webhooks> webhooks = new ArrayList<>();
    private Shopping shop;
    private PoolId pool;

    /** What the nodes share. */
    protected abstract Shopping.Kept kept();

    /** The inbox that they share. */
    protected abstract Inbox inbox();

    @BeforeEach
    void open() {
        Shopping.Kept kept = kept();
        Inbox inbox = inbox();
        shop = new Shopping(kept);
        nodes.addAll(List.of(shop, new Shopping(kept), new Shopping(kept)));
        nodes.forEach(node -> webhooks.add(new Webhooks(shop.gateway, inbox,
                new Webhooks.Takers(node.fulfilment, _ -> false), shop::now)));
        pool = shop.aBuyer();
    }

    @AfterEach
    void close() {
        nodes.forEach(Shopping::close);
    }

    private void deliver(List<byte[]> bodies) throws Exception {
        List<Callable<Webhooks.Receipt>> deliveries = IntStream
                .range(0, bodies.size()).<Callable<Webhooks.Receipt>>mapToObj(i -> () -> {
                    Webhooks node = webhooks.get(i % webhooks.size());
                    Webhooks.Receipt receipt = node.receive(bodies.get(i), "genuine");
                    node.work();
                    return receipt;
                }).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(deliveries)).extracting(Future::resultNow)
                    .containsOnly(Webhooks.Receipt.STORED);
        }
        while (webhooks.getFirst().work() > 0) {
            Thread.onSpinWait();
        }
    }

    private void assertCreditedOnce(String id) {
        assertThat(shop.addOn(pool)).isEqualTo(500);
        assertThat(shop.purchase(id).status()).isEqualTo(Purchase.Status.PAID);
    }

    @Test
    @DisplayName("Rule 25 fifty deliveries of one event at once are credited once")
    void under_one_id() throws Exception {
        String id = shop.order(pool, "k", 500).body();
        CheckoutState paid = shop.paid(id);

        deliver(Collections.nCopies(DELIVERIES, shop.gateway.delivery(new PaymentNews.CheckoutCompleted(paid))));

        assertCreditedOnce(id);
    }

    @Test
    @DisplayName("Rule 25 fifty events of one session at once, each under its own id, are credited once")
    void under_different_ids() throws Exception {
        String id = shop.order(pool, "k", 500).body();
        CheckoutState paid = shop.paid(id);

        deliver(IntStream.range(0, DELIVERIES)
                .mapToObj(_ -> shop.gateway.delivery(new PaymentNews.CheckoutCompleted(paid))).toList());

        assertCreditedOnce(id);
    }

    @Test
    @DisplayName("Rule 25 the page, the webhook and what expired or is unknown at once are credited once")
    void by_every_way() throws Exception {
        String id = shop.order(pool, "k", 500).body();
        CheckoutState paid = shop.gateway.pay(id, shop.now());
        Checkouts page = new Checkouts(shop.gateway, nodes.getLast().fulfilment, shop.purchases, shop::now);
        List<byte[]> bodies = new ArrayList<>();
        for (int i = 0; i < DELIVERIES / 2; i++) {
            bodies.add(shop.gateway.delivery(new PaymentNews.CheckoutCompleted(paid)));
            bodies.add(shop.gateway.delivery(i % 2 == 0 ? new PaymentNews.CheckoutExpired(shop.expired(id))
                    : new PaymentNews.NotUsed("customer.created")));
        }

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var returned = threads.submit(() -> page.returned(pool, paid.session()));
            deliver(bodies);
            assertThat(returned.get()).isPresent();
        }

        assertCreditedOnce(id);
    }
}
