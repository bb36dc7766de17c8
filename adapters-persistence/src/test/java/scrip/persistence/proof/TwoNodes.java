package scrip.persistence.proof;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
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

/** Two nodes with clocks of their own want things of one pool, a new one for each test; in the end the verifier is content. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TwoNodes {

    static final Instant START = Instant.parse("2026-01-31T14:00:00Z");
    static final Instant RENEWAL = Instant.parse("2026-02-28T14:00:00Z");
    static final Duration TICK = Duration.ofNanos(1_000);

    private static final Work WORK = new Work("query", "ada@x.example", false, null);
    private static final Terms TERMS = new Terms(Credits.ZERO, Terms.DEFAULT.makeGoodLife());

    private final JdbcStores stores = new JdbcStores();
    private final PoolStore storeOfOne = stores.anotherNode();
    private final PoolStore storeOfOther = stores.anotherNode();
    final AtomicReference<Instant> clockOfOne = new AtomicReference<>(START);
    final AtomicReference<Instant> clockOfOther = new AtomicReference<>(START);
    private Desk one;
    private Desk other;
    private PoolId pool;

    @AfterAll
    void disconnect() {
        stores.close();
    }

    @BeforeEach
    void open() {
        clockOfOne.set(START);
        clockOfOther.set(START);
        one = new Desk(storeOfOne, clockOfOne::get, TERMS, Desk.Limits.DEFAULT);
        other = new Desk(storeOfOther, clockOfOther::get, TERMS, Desk.Limits.DEFAULT);
        pool = stores.nextId();
        stores.create(CreditPool.open(pool, START));
    }

    @AfterEach
    void verifyAndStop() {
        one.close();
        other.close();
        assertThat(new Verifier(new JdbcArchive(stores.database()), clockOfOne::get).verify().findings()).isEmpty();
    }

    Reply askOne(Command command) {
        return Asking.ask(one, pool, command);
    }

    Reply askOther(Command command) {
        return Asking.ask(other, pool, command);
    }

    void enterLicense(long credits) {
        askOne(new Command.EnterLicense(
                new License("Team", 1, Credits.of(credits), BillingInterval.MONTHLY, START, null,
                        ZoneOffset.UTC)));
    }

    Hold hold(long credits) {
        return ((Reply.Held) askOne(new Command.PlaceHold(WORK, Credits.of(credits), null, Duration.ofMinutes(15))))
                .hold();
    }

    /** @return the id of a purchase of 100 credits */
    String buy100() {
        String purchase = "p" + pool.value();
        askOne(new Command.CreditPurchase(purchase, Credits.of(100), Credits.ZERO, START));
        return purchase;
    }

    static Command settle(Hold hold, long credits) {
        return new Command.Settle(hold.number(), Credits.of(credits), Receipt.REPORTED);
    }

    static Command release(Hold hold) {
        return new Command.Release(hold.number());
    }

    static Command charge(long credits) {
        return new Command.MakeCharge(WORK, Credits.of(credits), Receipt.REPORTED, false);
    }

    /** The gateway pays back a purchase of 100 credits. */
    static Command refund(String purchase) {
        return new Command.TakeBack(purchase, TransferType.REFUND, Credits.of(100), Credits.ZERO, false);
    }

    /** The pool as it was last written. */
    CreditPool now() {
        return stores.pools().read(pool, START).orElseThrow().pool();
    }

    long entries(TransferType type) {
        return new JdbcLedgerReader(stores.database()).entries(pool, 0, 1_000).stream()
                .filter(entry -> entry.transfer().type() == type).count();
    }
}
