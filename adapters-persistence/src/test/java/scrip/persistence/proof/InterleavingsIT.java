package scrip.persistence.proof;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import scrip.application.audit.Verifier;
import scrip.application.pool.Desk;
import scrip.application.pool.PoolStore;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.TransferType;
import scrip.domain.license.BillingInterval;
import scrip.domain.license.License;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Reply;
import scrip.domain.pool.Terms;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Receipt;
import scrip.persistence.JdbcStores;
import scrip.persistence.audit.JdbcArchive;
import scrip.persistence.reading.JdbcLedgerReader;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two nodes want things of one pool at the same moment that exclude each other: whoever comes first wins, and the other gets
 * the answer that the rules have for whoever comes second. Which one it is does not matter, so each is tried many times, by
 * chance and in both orders.
 */
class InterleavingsIT {

    private static final int TIMES = 12;
    private static final Instant START = Instant.parse("2026-01-31T14:00:00Z");
    private static final Instant RENEWAL = Instant.parse("2026-02-28T14:00:00Z");
    private static final Duration TICK = Duration.ofNanos(1_000);
    private static final Work WORK = new Work("query", "ada@x.example", false, null);
    private static final Terms TERMS = new Terms(Credits.ZERO, Terms.DEFAULT.makeGoodLife());
    private static final JdbcStores STORES = new JdbcStores();
    private static final PoolStore STORE_OF_ONE = STORES.anotherNode();
    private static final PoolStore STORE_OF_OTHER = STORES.anotherNode();

    private final AtomicReference<Instant> clockOfOne = new AtomicReference<>(START);
    private final AtomicReference<Instant> clockOfOther = new AtomicReference<>(START);
    private final Desk one = new Desk(STORE_OF_ONE, clockOfOne::get, TERMS, Desk.Limits.DEFAULT);
    private final Desk other = new Desk(STORE_OF_OTHER, clockOfOther::get, TERMS, Desk.Limits.DEFAULT);
    private PoolId pool;

    @AfterAll
    static void disconnect() {
        STORES.close();
    }

    @BeforeEach
    void open() {
        pool = STORES.nextId();
        STORES.create(CreditPool.open(pool, START));
    }

    @AfterEach
    void verifyAndStop() {
        one.close();
        other.close();
        assertThat(new Verifier(new JdbcArchive(STORES.database()), clockOfOne::get).verify().findings()).isEmpty();
    }

    private record Both(Reply one, Reply other) {}

    private Both atOnce(Command ofOne, Command ofOther) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Reply>> replies = new ArrayList<>();
            replies.add(threads.submit(() -> {
                start.await();
                return Asking.ask(one, pool, ofOne);
            }));
            replies.add(threads.submit(() -> {
                start.await();
                return Asking.ask(other, pool, ofOther);
            }));
            return new Both(replies.get(0).get(), replies.get(1).get());
        }
    }

    private void enterLicense(long credits) {
        Asking.ask(one, pool, new Command.EnterLicense(new License("Team", 1, Credits.of(credits),
                BillingInterval.MONTHLY, START, null, ZoneOffset.UTC)));
    }

    private Hold hold(long credits) {
        Reply reply = Asking.ask(one, pool,
                new Command.PlaceHold(WORK, Credits.of(credits), null, Duration.ofMinutes(15)));
        return ((Reply.Held) reply).hold();
    }

    private static Command settle(Hold hold, long credits) {
        return new Command.Settle(hold.number(), Credits.of(credits), Receipt.REPORTED);
    }

    private static Command charge(long credits) {
        return new Command.MakeCharge(WORK, Credits.of(credits), Receipt.REPORTED, false);
    }

    private CreditPool now() {
        return STORES.pools().read(pool, START).orElseThrow().pool();
    }

    @RepeatedTest(TIMES)
    @DisplayName("Rules 13 and 14: settle against release")
    void of_settling_and_releasing_a_hold_one_wins_and_the_other_finds_it_closed() throws Exception {
        enterLicense(100);
        Hold hold = hold(60);

        Both both = atOnce(settle(hold, 50), new Command.Release(hold.number()));

        if (both.one instanceof Reply.Charged charged) {
            assertThat(charged.charge().credits()).isEqualTo(Credits.of(50));
            assertThat(((Reply.HoldClosed) both.other).hold().status()).isEqualTo(Hold.Status.SETTLED);
            assertThat(now().available()).isEqualTo(Credits.of(50));
        } else {
            assertThat(((Reply.HoldClosed) both.one).hold().status()).isEqualTo(Hold.Status.RELEASED);
            assertThat(both.other).isInstanceOf(Reply.Released.class);
            assertThat(now().available()).isEqualTo(Credits.of(100));
        }
    }

    @RepeatedTest(TIMES)
    @DisplayName("Rules 3 and 4: renewal against charge")
    void a_charge_just_before_the_renewal_spends_the_old_period_or_comes_too_late_for_it() throws Exception {
        enterLicense(100);
        clockOfOne.set(RENEWAL.minus(TICK));
        clockOfOther.set(RENEWAL);

        Both both = atOnce(charge(100), charge(100));

        // Whoever renews first has the new period's credits; a clock that is behind does not turn time back.
        assertThat(List.of(both.one, both.other)).filteredOn(Reply.Charged.class::isInstance)
                .hasSizeBetween(1, 2);
        if (both.one instanceof Reply.Charged && both.other instanceof Reply.Charged) {
            assertThat(expiries()).isZero();
        } else {
            assertThat(expiries()).isEqualTo(1);
        }
        assertThat(now().available()).isEqualTo(Credits.ZERO);
        assertThat(grants()).isEqualTo(2);
    }

    private long grants() {
        return entries(TransferType.GRANT);
    }

    private long expiries() {
        return entries(TransferType.EXPIRY);
    }

    private long entries(TransferType type) {
        return new JdbcLedgerReader(STORES.database()).entries(pool, 0, 1_000).stream()
                .filter(entry -> entry.transfer().type() == type).count();
    }

    @RepeatedTest(TIMES)
    @DisplayName("Rules 13 and 16: lapse against settle")
    void a_hold_that_lapses_while_it_is_settled_is_settled_in_time_or_late_and_its_work_is_never_lost()
            throws Exception {
        enterLicense(60);
        Hold hold = hold(60);
        clockOfOne.set(hold.expiresAt().minus(TICK));
        clockOfOther.set(hold.expiresAt());

        Both both = atOnce(settle(hold, 50), charge(60));

        var settled = ((Reply.Charged) both.one).charge();
        assertThat(settled.credits()).isEqualTo(Credits.of(50));
        if (settled.late()) {
            assertThat(both.other).isInstanceOf(Reply.Charged.class);
            assertThat(settled.debt()).isEqualTo(Credits.of(50));
            assertThat(now().debt()).isEqualTo(Credits.of(50));
        } else {
            assertThat(both.other).isInstanceOf(Reply.Insufficient.class);
            assertThat(now().available()).isEqualTo(Credits.of(10));
        }
    }

    @RepeatedTest(TIMES)
    @DisplayName("Rule 29: refund against spend")
    void a_refund_and_a_charge_of_the_same_credits_end_in_a_refusal_or_in_debt() throws Exception {
        String purchase = "p" + pool.value();
        Asking.ask(one, pool, new Command.CreditPurchase(purchase, Credits.of(100), Credits.ZERO, START));

        Both both = atOnce(new Command.TakeBack(purchase, TransferType.REFUND, Credits.of(100), Credits.ZERO, false),
                charge(100));

        Reply.TakenBack taken = (Reply.TakenBack) both.one;
        if (both.other instanceof Reply.Charged) {
            assertThat(taken.debt()).isEqualTo(Credits.of(100));
            assertThat(now().debt()).isEqualTo(Credits.of(100));
        } else {
            assertThat(both.other).isInstanceOf(Reply.Insufficient.class);
            assertThat(taken.debt()).isEqualTo(Credits.ZERO);
            assertThat(now().debt()).isEqualTo(Credits.ZERO);
        }
        assertThat(now().available()).isEqualTo(Credits.ZERO);
    }

    @RepeatedTest(2)
    @DisplayName("The same, one after the other, in both orders")
    void both_orders_lead_to_the_two_answers() {
        enterLicense(100);
        Hold first = hold(50);
        Asking.ask(one, pool, settle(first, 10));
        assertThat(Asking.ask(other, pool, new Command.Release(first.number()))).isInstanceOf(Reply.HoldClosed.class);
        Hold second = hold(50);
        Asking.ask(other, pool, new Command.Release(second.number()));
        assertThat(Asking.ask(one, pool, settle(second, 10))).isInstanceOf(Reply.HoldClosed.class);
        clockOfOther.set(RENEWAL);
        assertThat(Asking.ask(other, pool, charge(100))).isInstanceOf(Reply.Charged.class);
        clockOfOne.set(RENEWAL.minus(TICK));
        assertThat(Asking.ask(one, pool, charge(1))).isInstanceOf(Reply.Insufficient.class);
    }
}
