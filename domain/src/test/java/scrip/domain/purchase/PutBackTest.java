package scrip.domain.purchase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Lot;
import scrip.domain.pool.PoolDriver;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Stock;
import scrip.domain.pricing.Money;
import scrip.domain.purchase.Reversals.Dispute;
import scrip.domain.purchase.Reversals.Dispute.State;
import scrip.domain.purchase.Reversals.FailedRefund;

import static org.assertj.core.api.Assertions.assertThat;
import static scrip.domain.pool.PoolFixture.aPool;

/**
 * Rule 29: once a refund has failed, or a dispute is won, pool and purchase are as if it had never been, whatever it was of and
 * whatever order the news came in.
 */
class PutBackTest {

    private static final int PRICE = 3000;
    private static final int STORIES = Integer.getInteger("scrip.stories", 2_000);

    /** A piece of news. */
    @FunctionalInterface
    private interface News {
        Purchase to(Purchase purchase, PoolDriver pool);
    }

    /** Refunds one after another, of which some fail, and a dispute that is won. */
    private record Story(int charged, int monthly, Credits bonus, List<Long> refunds, List<Boolean> fails,
            long disputed) {

        static Story of(Random random) {
            List<Long> refunds = new ArrayList<>();
            List<Boolean> fails = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                refunds.add(1L + random.nextInt(PRICE / 4));
                fails.add(random.nextBoolean());
            }
            Credits bonus = random.nextInt(4) == 0 ? Credits.ZERO : Credits.ofMicros(1 + random.nextInt(60_000_000));
            return new Story(random.nextInt(450), random.nextInt(3) * 20, bonus, refunds, fails,
                    random.nextBoolean() ? 1 + random.nextInt(PRICE) : 0);
        }

        private static Instant at(int minute) {
            return Instant.parse("2026-01-02T00:00:00Z").plusSeconds(60L * minute);
        }

        /** The gateway's sums, each with those before it that had not failed by then: none had. */
        List<News> news() {
            List<News> news = new ArrayList<>();
            long sum = 0;
            for (int i = 0; i < refunds.size(); i++) {
                sum += refunds.get(i);
                long inAll = sum;
                int minute = i;
                news.add((p, pool) -> pool.inTurn(turn -> p.refunded(inAll, at(minute), turn)));
                if (fails.get(i)) {
                    FailedRefund failure = new FailedRefund(refunds.get(i), at(60 + i));
                    news.add((p, pool) -> pool.inTurn(turn -> p.refundFailed("re_" + minute, failure, turn)));
                }
            }
            if (disputed > 0) {
                news.add((p, pool) -> pool
                        .inTurn(turn -> p.disputed("dp", new Dispute(disputed, State.OPEN, at(20)), turn)));
                news.add((p, pool) -> pool
                        .inTurn(turn -> p.disputed("dp", new Dispute(disputed, State.WON, at(40)), turn)));
            }
            return news;
        }

        long standing() {
            long sum = 0;
            for (int i = 0; i < refunds.size(); i++) {
                sum += fails.get(i) ? 0 : refunds.get(i);
            }
            return sum;
        }
    }

    /** Where it all ends; which purchase has repaid what was missing of a bonus depends on what was left of each then. */
    private record End(Credits monthly, Credits promotional, List<Credits> addOn, Credits debt, Taken taken,
            Purchase.Status status) {

        private record Taken(Credits credits, Credits bonus) {}

        static End of(CreditPool pool, Purchase purchase) {
            var taken = purchase.reversals().taken();
            Stock stock = pool.stock();
            return new End(stock.monthly(), stock.promotional(), purchase.order().bonus().isZero()
                    ? stock.addOn().lots().stream().map(Lot::available).toList()
                    : List.of(stock.addOn().available()), pool.debt(),
                    new Taken(taken.credits().all(), taken.bonus().all()), purchase.status());
        }
    }

    private static End live(Story story, List<News> news) {
        PoolDriver pool = aPool().withMonthly(story.monthly).open();
        Order order = new Order(Credits.of(300), story.bonus, Money.of(PRICE, "usd"), Money.zero("usd"), null, null,
                pool.now());
        pool.ask(new Command.CreditPurchase("P1", Credits.of(300), story.bonus, pool.now()));
        Purchase purchase = Purchase.ordered("P1", new PoolId(1), order)
                .paid(new Purchase.Payment(pool.now(), "pi_1", null)).orElseThrow();
        pool.ask(new Command.CreditPurchase("other", Credits.of(100), Credits.ZERO, pool.now()));
        if (story.charged > 0) {
            pool.chargeEvenIntoDebt(story.charged);
        }
        for (News piece : news) {
            purchase = piece.to(purchase, pool);
        }
        return End.of(pool.look(), purchase);
    }

    @Test
    @DisplayName("Rule 29 failed refunds and a won dispute leave everything as if they had never been, in any order")
    void as_if_it_had_never_been() {
        LongStream.range(0, STORIES).forEach(seed -> {
            Random random = new Random(seed);
            Story story = Story.of(random);
            long standing = story.standing();
            List<News> refund = standing == 0 ? List.of()
                    : List.of((p, pool) -> pool.inTurn(turn -> p.refunded(standing, Story.at(50), turn)));
            List<News> news = story.news();
            Collections.shuffle(news, random);

            assertThat(live(story, news)).as("seed %d: %s", seed, story).isEqualTo(live(story, refund));
        });
    }

    @Test
    @DisplayName("Rule 29 300 credits with 50 on top, told of $10, $15 and $6: 240 and 40 are left")
    void credits_and_bonus_return_each_for_itself() {
        Story story = new Story(0, 0, Credits.of(50), List.of(), List.of(), 0);

        End end = live(story, List.of(at(1000, 1), at(1500, 2), at(600, 3)));

        assertThat(end.addOn).containsExactly(Credits.of(240 + 100));
        assertThat(end.promotional).isEqualTo(Credits.of(40));
    }

    private static News at(long cents, int minute) {
        return (p, pool) -> pool.inTurn(turn -> p.refunded(cents, Story.at(minute), turn));
    }
}
