package scrip.application.purchase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.PaymentNews;
import scrip.application.payment.PaymentNews.PaymentRef;
import scrip.application.pool.InMemoryStores;
import scrip.application.promo.InMemoryPromoStore;
import scrip.application.reading.InMemoryLedgerReader;
import scrip.domain.credit.Credits;
import scrip.domain.pool.PoolId;
import scrip.domain.pricing.Money;
import scrip.domain.purchase.Purchase;

import static org.assertj.core.api.Assertions.assertThat;

/** The state machine of a purchase: whatever order news comes in, and however often, it ends in the same. */
class NewsInAnyOrderTest {

    private static final int OF_ONE_WORLD = 200;

    private Shopping shop = world();
    private int lives;

    private static Shopping world() {
        InMemoryStores stores = new InMemoryStores();
        return new Shopping(new Shopping.Kept(stores, stores.pools(), new InMemoryPurchaseStore(stores.pools()),
                new InMemoryLedgerReader(stores.pools()), new InMemoryPromoStore(stores.pools())));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    /** What a purchase of 300 credits for $3 ends in. */
    private record End(Purchase.Status status, long credits, long debt) {}

    /** All that is told of one purchase. */
    private static final class Story {

        private final Shopping shop;
        private final String id;
        private final PaymentRef payment;
        private final List<PaymentNews> news = new ArrayList<>();

        Story(Shopping shop, String id) {
            this.shop = shop;
            this.id = id;
            payment = new PaymentRef("pi_" + id, null);
        }

        private static Instant at(int minute) {
            return Shopping.START.plusSeconds(60L * minute);
        }

        private static Money usd(long cents) {
            return Money.of(cents, "usd");
        }

        Story completedUnpaid() {
            news.add(new PaymentNews.CheckoutCompleted(TellingGateway.state(id, usd(300),
                    CheckoutState.Status.COMPLETE, CheckoutState.PaymentStatus.UNPAID, null)));
            return this;
        }

        Story paid() {
            news.add(new PaymentNews.CheckoutCompleted(shop.paid(id)));
            return this;
        }

        Story expired() {
            news.add(new PaymentNews.CheckoutExpired(shop.expired(id)));
            return this;
        }

        Story failed() {
            news.add(new PaymentNews.CheckoutFailed(shop.expired(id)));
            return this;
        }

        Story refunded(long inAll, int minute) {
            news.add(new PaymentNews.MoneyRefunded(payment, usd(inAll), usd(300), List.of(), at(minute)));
            return this;
        }

        Story refundFailed(String refund, long cents, int minute) {
            news.add(new PaymentNews.RefundFailed(payment, refund, usd(cents), at(minute)));
            return this;
        }

        Story disputed(long cents, int minute) {
            news.add(new PaymentNews.DisputeOpened(payment, "dp", usd(cents), false, at(minute)));
            return this;
        }

        Story won(long cents, int minute) {
            news.add(new PaymentNews.DisputeWon(payment, "dp", usd(cents), at(minute)));
            return this;
        }

        Story lost(long cents, int minute) {
            news.add(new PaymentNews.DisputeLost(payment, "dp", usd(cents), at(minute)));
            return this;
        }

        Story unknown() {
            news.add(new PaymentNews.NotUsed("customer.created"));
            return this;
        }

        /** Tells it all in an order; what cannot be applied yet is told again, as the inbox does. */
        void tell(List<Integer> order) {
            List<Integer> left = order;
            while (!left.isEmpty()) {
                List<Integer> notYet = left.stream()
                        .filter(i -> shop.tell(news.get(i)) == Fulfilment.Outcome.NOT_YET).toList();
                assertThat(notYet.size()).as("news that can never be applied: %s", notYet).isLessThan(left.size());
                left = notYet;
            }
        }
    }

    @FunctionalInterface
    private interface Plot {
        Story of(Story empty);
    }

    private End live(Plot plot, List<Integer> order) {
        if (++lives % OF_ONE_WORLD == 0) {
            shop.close();
            shop = world();
        }
        PoolId pool = shop.aBuyer();
        String id = shop.order(pool, "k", 300).body();
        plot.of(new Story(shop, id)).tell(order);
        return new End(shop.purchase(id).status(), shop.addOn(pool),
                shop.pool(pool).debt().micros() / Credits.MICROS_PER_CREDIT);
    }

    private void inEveryOrder(Plot plot, End expected) {
        int pieces = plot.of(new Story(shop, shop.order(shop.aBuyer(), "size", 300).body())).news.size();
        permutations(pieces).forEach(order -> assertThat(live(plot, order)).as("%s", order).isEqualTo(expected));
    }

    private static List<List<Integer>> permutations(int of) {
        if (of == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (List<Integer> shorter : permutations(of - 1)) {
            for (int place = 0; place <= shorter.size(); place++) {
                List<Integer> longer = new ArrayList<>(shorter);
                longer.add(place, of - 1);
                all.add(longer);
            }
        }
        return all;
    }

    @Test
    @DisplayName("Rule 25 unpaid completion, payment, expiry, failure and unknown events: paid and credited once")
    void payment() {
        inEveryOrder(story -> story.completedUnpaid().paid().paid().expired().failed().unknown(),
                new End(Purchase.Status.PAID, 300, 0));
    }

    @Test
    @DisplayName("Rule 29 refunds, one of them failing, around payment and expiry")
    void refunds() {
        inEveryOrder(story -> story.paid().expired().refunded(100, 1).refunded(200, 2).refundFailed("re_2", 100, 3)
                .refunded(100, 4), new End(Purchase.Status.PARTIALLY_REFUNDED, 200, 0));
    }

    @Test
    @DisplayName("Rule 29 a refund and a dispute that is won")
    void dispute_won() {
        inEveryOrder(story -> story.paid().refunded(100, 1).disputed(200, 2).won(200, 3).disputed(200, 2).refunded(300,
                4), new End(Purchase.Status.REFUNDED, 0, 0));
    }

    @Test
    @DisplayName("Rule 29 a refund and a dispute that is lost")
    void dispute_lost() {
        inEveryOrder(story -> story.paid().failed().refunded(100, 1).disputed(200, 2).lost(200, 3).refunded(50, 0),
                new End(Purchase.Status.DISPUTED, 0, 0));
    }

    @RepeatedTest(20)
    @DisplayName("All of it together, each piece told one to three times in a random order")
    void at_random() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Plot plot = story -> story.completedUnpaid().paid().expired().failed().unknown().refunded(50, 1)
                .disputed(100, 2).won(100, 3).refunded(150, 4).refundFailed("re_3", 50, 5).refunded(100, 6)
                .refundFailed("re_3", 50, 7);
        List<Integer> order = new ArrayList<>();
        for (int piece = 0; piece < 12; piece++) {
            order.addAll(Collections.nCopies(1 + random.nextInt(3), piece));
        }
        Collections.shuffle(order, random);

        assertThat(live(plot, order)).as("seed %s", seed).isEqualTo(
                new End(Purchase.Status.PARTIALLY_REFUNDED, 200, 0));
    }
}
