package scrip.application.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import scrip.application.notice.Delivery.Status;
import scrip.application.pool.Ask;
import scrip.application.pool.Desk;
import scrip.application.pool.InMemoryPoolStore;
import scrip.domain.credit.Credits;
import scrip.domain.notice.Matter;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Receipt;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Rule 31: notices go out")
class DeliveriesTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final PoolId POOL = new PoolId(1);
    private static final Work WORK = new Work("query", "ada@nexus.example", false, null);

    private final InMemoryPoolStore pools = new InMemoryPoolStore();
    private final InMemoryOutbox outbox = new InMemoryOutbox(pools);
    private final Recording courier = new Recording();
    private volatile Instant now = START;
    private final AtomicLong nanos = new AtomicLong();
    private final Desk desk = new Desk(pools, () -> now, Terms.DEFAULT, Desk.Limits.DEFAULT);
    private final Deliveries deliveries = new Deliveries(outbox, List.of(courier), () -> now, nanos::get);

    DeliveriesTest() {
        pools.create(CreditPool.open(POOL, START));
    }

    @AfterEach
    void closeDesk() {
        desk.close();
    }

    /** Takes what is sent, and answers as it is told. */
    private final class Recording implements Courier {

        private final List<Delivery> sent = new CopyOnWriteArrayList<>();
        private volatile Sent answer = new Sent.Arrived("200");
        private volatile List<String> addresses = List.of("https://one.example", "https://two.example");

        @Override
        public Channel channel() {
            return Channel.WEBHOOK;
        }

        @Override
        public List<String> addresses(Posted posted) {
            return addresses;
        }

        @Override
        public Sent send(Delivery delivery) {
            sent.add(delivery);
            nanos.addAndGet(1_500_000);
            return answer;
        }
    }

    private void charge(long credits) {
        desk.ask(Ask.of(POOL, new Command.MakeCharge(WORK, Credits.of(credits), Receipt.REPORTED, false)));
    }

    private void workAll() {
        while (deliveries.work() > 0) {
            assertThat(courier.sent).hasSizeLessThan(1_000);
        }
    }

    @Test
    void each_address_gets_each_notice_once_though_a_hundred_spend_at_once() {
        List<CompletableFuture<?>> charges = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            charges.add(desk.submit(
                    Ask.of(POOL, new Command.MakeCharge(WORK, Credits.of(1), Receipt.REPORTED, false))));
        }
        charges.forEach(CompletableFuture::join);
        workAll();
        workAll();

        assertThat(courier.sent)
                .extracting(delivery -> delivery.posted().notice().number() + delivery.target().address())
                .containsExactlyInAnyOrder("1https://one.example", "1https://two.example", "2https://one.example",
                        "2https://two.example", "3https://one.example", "3https://two.example");
    }

    @Test
    void what_does_not_arrive_is_tried_with_growing_pauses_and_given_up_after_a_day() {
        courier.addresses = List.of("https://one.example");
        courier.answer = new Courier.Sent.Failed("503");
        charge(80);
        List<Duration> tries = new ArrayList<>();
        for (; now.isBefore(START.plus(Duration.ofDays(3))); now = now.plusSeconds(10)) {
            int before = courier.sent.size();
            deliveries.work();
            if (courier.sent.size() > before) {
                tries.add(Duration.between(START, now));
            }
        }

        assertThat(tries).startsWith(Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(40),
                Duration.ofSeconds(130), Duration.ofSeconds(400)).hasSizeBetween(10, 20);
        assertThat(tries.getLast()).isBetween(Duration.ofHours(20), Duration.ofHours(24));
        assertThat(outbox.latest(10)).singleElement().satisfies(dead -> {
            assertThat(dead.progress().status()).isEqualTo(Status.FAILED);
            assertThat(dead.progress().outcome()).isEqualTo("503");
            assertThat(dead.progress().attempts()).isEqualTo(tries.size());
        });
    }

    @Test
    void what_is_refused_for_good_is_given_up_at_once_and_can_be_sent_again() {
        courier.addresses = List.of("https://one.example");
        courier.answer = new Courier.Sent.Refused("410");
        charge(80);
        workAll();
        now = START.plusSeconds(86_000);
        workAll();
        assertThat(courier.sent).hasSize(1);

        courier.answer = new Courier.Sent.Arrived("200");
        outbox.resend(courier.sent.getFirst().key(), now);
        workAll();

        assertThat(courier.sent).hasSize(2);
        assertThat(outbox.latest(10)).extracting(d -> d.progress().status()).containsExactly(Status.DELIVERED);
    }

    @Test
    void every_try_is_kept_with_when_it_was_how_long_it_took_and_what_came_of_it() {
        courier.addresses = List.of("https://one.example");
        courier.answer = new Courier.Sent.Failed("HTTP 503");
        charge(80);
        workAll();
        now = START.plusSeconds(10);
        courier.answer = new Courier.Sent.Arrived("HTTP 204");
        workAll();

        Delivery.Key key = courier.sent.getFirst().key();
        Duration took = Duration.ofNanos(1_500_000);
        assertThat(outbox.attempts(List.of(key)).get(key)).containsExactly(
                new Attempt(START.plusSeconds(10), took, Attempt.Result.ARRIVED, "HTTP 204"),
                new Attempt(START, took, Attempt.Result.FAILED, "HTTP 503"));
    }

    @Test
    void a_courier_that_throws_harms_no_other_delivery() {
        Courier broken = new Courier() {

            @Override
            public Channel channel() {
                return Channel.EMAIL;
            }

            @Override
            public List<String> addresses(Posted posted) {
                return List.of("ada@nexus.example");
            }

            @Override
            public Sent send(Delivery delivery) {
                throw new IllegalStateException("a bug");
            }
        };
        charge(80);
        Deliveries both = new Deliveries(outbox, List.of(broken, courier), () -> now, nanos::get);
        both.work();

        assertThat(courier.sent).hasSize(2);
        assertThat(outbox.latest(10)).filteredOn(d -> d.target().channel() == Channel.EMAIL).singleElement()
                .satisfies(failed -> {
                    assertThat(failed.progress().status()).isEqualTo(Status.WAITING);
                    assertThat(failed.progress().outcome()).contains("a bug");
                });
    }

    @Test
    void a_notice_without_anybody_to_tell_is_not_kept_waiting() {
        courier.addresses = List.of();
        charge(80);

        assertThat(deliveries.work()).isEqualTo(1);
        assertThat(deliveries.work()).isZero();
    }

    @Test
    void what_time_alone_brings_goes_out_though_nobody_uses_the_pool() {
        desk.ask(Ask.of(POOL, new Command.CreditPurchase("P1", Credits.of(300), Credits.ZERO, START)));
        DueNotices due = new DueNotices(new InMemoryNotices(pools), desk, () -> now);
        now = Instant.parse("2026-12-01T23:59:59Z");
        assertThat(due.touch()).isZero();

        now = Instant.parse("2026-12-02T00:00:00Z");
        assertThat(due.touch()).isEqualTo(1);
        assertThat(due.touch()).isZero();
        workAll();

        assertThat(courier.sent).hasSize(2).allSatisfy(delivery -> assertThat(delivery.posted().notice().matter())
                .isEqualTo(new Matter.AddOnEnding(30, Credits.of(300), Instant.parse("2027-01-01T00:00:00Z"))));
    }
}
