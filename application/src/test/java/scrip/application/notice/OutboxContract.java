package scrip.application.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.notice.Attempt.Result;
import scrip.application.notice.Delivery.Status;
import scrip.application.notice.Delivery.Target;
import scrip.application.pool.Stores;
import scrip.application.pool.Turns;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;

import static org.assertj.core.api.Assertions.assertThat;

/** What every outbox keeps to; an empty one for each test. */
@DisplayName("Rule 31: notices on their way out")
public abstract class OutboxContract {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.000001Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Target ADA = new Target(Channel.EMAIL, "ada@nexus.example");
    private static final Target HOOK = new Target(Channel.WEBHOOK, "https://hooks.example/é?a=b");

    private Outbox outbox;
    private Turns turns;
    private PoolId pool;

    protected abstract Stores stores();

    protected abstract Outbox emptyOutbox();

    @BeforeEach
    void open() {
        outbox = emptyOutbox();
        turns = new Turns(stores().pools());
        pool = stores().nextId();
        stores().create(CreditPool.open(pool, NOW));
    }

    private Posted posted(Instant at) {
        turns.take(pool, at, new Command.TellPaymentFailed("P1", Credits.of(100)));
        List<Posted> claimed = outbox.claimNotices(at, MINUTE, 100);
        return claimed.getLast();
    }

    private void dispatched(Target... targets) {
        outbox.dispatch(posted(NOW), List.of(targets), NOW);
    }

    private List<Delivery> claim(Instant at) {
        return outbox.claimDeliveries(at, MINUTE, 10);
    }

    private static Instant at(long seconds) {
        return NOW.plusSeconds(seconds);
    }

    private static Attempt arrived(Instant at, String answer) {
        return new Attempt(at, Duration.ofMillis(20), Result.ARRIVED, answer);
    }

    private static Attempt failed(Instant at, String why) {
        return new Attempt(at, Duration.ofNanos(1_234_000), Result.FAILED, why);
    }

    @Test
    void notices_wait_from_the_turn_that_wrote_them_until_they_are_dispatched() {
        turns.take(pool, at(2), new Command.TellPaymentFailed("P1", Credits.of(100)),
                new Command.TellPaymentFailed("P2", Credits.of(100)));
        assertThat(outbox.claimNotices(at(1), MINUTE, 10)).isEmpty();

        List<Posted> claimed = outbox.claimNotices(at(2), MINUTE, 10);
        assertThat(claimed).extracting(one -> one.notice().number()).containsExactly(1L, 2L);
        assertThat(outbox.claimNotices(at(61), MINUTE, 10)).isEmpty();
        outbox.dispatch(claimed.getFirst(), List.of(), at(61));

        assertThat(outbox.claimNotices(at(62), MINUTE, 10)).containsExactly(claimed.get(1));
    }

    @Test
    void the_deliveries_of_a_notice_are_made_once_however_often_it_is_dispatched() {
        Posted posted = posted(NOW);
        outbox.dispatch(posted, List.of(ADA, HOOK), NOW);
        claim(NOW).forEach(delivery -> outbox.keep(delivery.key(), arrived(NOW, "250"), null));
        outbox.dispatch(posted, List.of(ADA, HOOK), at(1));

        assertThat(claim(at(9_999))).isEmpty();
        assertThat(outbox.latest(10)).extracting(Delivery::target).containsExactly(HOOK, ADA);
    }

    @Test
    void a_delivery_is_claimed_with_all_it_has_and_no_other_gets_it_meanwhile() {
        Posted posted = posted(NOW);
        outbox.dispatch(posted, List.of(HOOK), at(1));
        assertThat(claim(NOW)).isEmpty();

        assertThat(claim(at(1))).singleElement().satisfies(delivery -> {
            assertThat(delivery.posted()).isEqualTo(posted);
            assertThat(delivery.target()).isEqualTo(HOOK);
            assertThat(delivery.progress().attempts()).isEqualTo(1);
            assertThat(delivery.progress().since()).isEqualTo(at(1));
        });
        assertThat(claim(at(60))).isEmpty();
        assertThat(claim(at(61))).singleElement().extracting(d -> d.progress().attempts()).isEqualTo(2);
    }

    @Test
    void what_failed_waits_until_it_is_tried_again_or_is_given_up() {
        dispatched(ADA, HOOK);
        List<Delivery> claimed = claim(NOW);
        outbox.keep(claimed.get(0).key(), failed(at(3), "503"), at(300));
        outbox.keep(claimed.get(1).key(), failed(at(4), "x".repeat(9_999)), null);

        assertThat(claim(at(299))).isEmpty();
        assertThat(claim(at(300))).extracting(Delivery::key).containsExactly(claimed.get(0).key());
        assertThat(outbox.latest(10)).filteredOn(d -> d.key().equals(claimed.get(1).key())).singleElement()
                .satisfies(dead -> {
                    assertThat(dead.progress().status()).isEqualTo(Status.FAILED);
                    assertThat(dead.progress().nextAt()).isNull();
                    assertThat(dead.progress().triedAt()).isEqualTo(at(4));
                    assertThat(dead.progress().outcome()).startsWith("xxx").hasSize(500);
                });
    }

    @Test
    void what_arrived_stays_so_whatever_a_slower_node_says() {
        dispatched(HOOK);
        Delivery.Key key = claim(NOW).getFirst().key();
        outbox.keep(key, arrived(at(5), "204"), null);
        outbox.keep(key, failed(at(6), "timed out"), at(7));

        assertThat(claim(at(9_999))).isEmpty();
        assertThat(outbox.latest(10)).singleElement().satisfies(arrived -> {
            assertThat(arrived.progress().status()).isEqualTo(Status.DELIVERED);
            assertThat(arrived.progress().outcome()).isEqualTo("204");
            assertThat(arrived.progress().triedAt()).isEqualTo(at(5));
        });
    }

    @Test
    void a_delivery_that_is_sent_again_begins_anew() {
        dispatched(HOOK);
        Delivery.Key key = claim(NOW).getFirst().key();
        outbox.keep(key, failed(at(5), "gone"), null);

        assertThat(outbox.resend(key, at(100))).isTrue();
        assertThat(outbox.resend(new Delivery.Key(pool, 99, HOOK), at(100))).isFalse();

        assertThat(claim(at(99))).isEmpty();
        assertThat(claim(at(100))).singleElement().satisfies(again -> {
            assertThat(again.progress().attempts()).isEqualTo(1);
            assertThat(again.progress().since()).isEqualTo(at(100));
        });
    }

    @Test
    void every_try_is_kept_newest_first_also_over_a_resend() {
        dispatched(ADA, HOOK);
        List<Delivery.Key> keys = claim(NOW).stream().map(Delivery::key).toList();
        outbox.keep(keys.get(1), failed(at(1), "503"), at(61));
        claim(at(61));
        outbox.keep(keys.get(1), new Attempt(at(61), Duration.ZERO, Result.REFUSED, "410"), null);
        outbox.resend(keys.get(1), at(70));
        claim(at(70));
        outbox.keep(keys.get(1), arrived(at(70), "é 204"), null);
        outbox.keep(new Delivery.Key(pool, 99, HOOK), arrived(at(71), "nobody's"), null);

        assertThat(outbox.attempts(keys)).containsExactlyEntriesOf(Map.of(keys.get(1),
                List.of(arrived(at(70), "é 204"), new Attempt(at(61), Duration.ZERO, Result.REFUSED, "410"),
                        failed(at(1), "503"))));
        assertThat(outbox.attempts(List.of())).isEmpty();
    }

    @Test
    void of_many_tries_the_latest_are_kept() {
        dispatched(HOOK);
        int tries = Outbox.KEPT + 3;
        for (int i = 0; i < tries; i++) {
            Delivery.Key key = claim(at(i)).getFirst().key();
            outbox.keep(key, failed(at(i), "try " + i), at(i + 1));
        }

        Delivery.Key key = outbox.latest(1).getFirst().key();
        assertThat(outbox.attempts(List.of(key)).get(key)).hasSize(Outbox.KEPT).extracting(Attempt::outcome)
                .startsWith("try " + (tries - 1), "try " + (tries - 2)).endsWith("try 3");
    }

    @Test
    void the_newest_are_listed_first_and_no_more_than_asked_for() {
        outbox.dispatch(posted(NOW), List.of(HOOK), NOW);
        outbox.dispatch(posted(at(1)), List.of(HOOK), at(1));

        assertThat(outbox.latest(1)).singleElement().extracting(d -> d.posted().notice().number()).isEqualTo(2L);
    }

    @Test
    void two_workers_never_claim_the_same() throws Exception {
        for (int i = 0; i < 40; i++) {
            turns.take(pool, NOW, new Command.TellPaymentFailed("P" + i, Credits.of(100)));
        }
        Callable<List<Long>> worker = () -> {
            List<Long> claimed = new ArrayList<>();
            for (int round = 0; round < 20; round++) {
                outbox.claimNotices(NOW, MINUTE, 5).forEach(posted -> {
                    outbox.dispatch(posted, List.of(HOOK), NOW);
                    claimed.add(posted.notice().number());
                });
            }
            return claimed;
        };
        assertThat(atOnce(worker)).hasSize(40).doesNotHaveDuplicates();

        Callable<List<Long>> sender = () -> {
            List<Long> claimed = new ArrayList<>();
            for (int round = 0; round < 20; round++) {
                outbox.claimDeliveries(NOW, MINUTE, 5).forEach(d -> claimed.add(d.posted().notice().number()));
            }
            return claimed;
        };
        assertThat(atOnce(sender)).hasSize(40).doesNotHaveDuplicates();
    }

    private static List<Long> atOnce(Callable<List<Long>> worker) throws Exception {
        List<Long> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<List<Long>> claimed : threads.invokeAll(Collections.nCopies(2, worker))) {
                all.addAll(claimed.get());
            }
        }
        return all;
    }
}
