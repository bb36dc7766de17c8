package scrip.application.topup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scrip.application.payment.PaymentMode;
import scrip.application.pool.Stores;
import scrip.application.topup.AutoTopUpStore.Versioned;
import scrip.domain.credit.Credits;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.topup.AutoTopUp;
import scrip.domain.topup.AutoTopUp.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/** What every store of automatic top-ups keeps to. */
public abstract class AutoTopUpStoreContract {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.000001Z");
    private static final AutoTopUp.Settings ON = new AutoTopUp.Settings(true, Credits.ofMicros(150_000_001), 500, 3);
    private static final AutoTopUp.Card CARD = new AutoTopUp.Card("SANDBOX", "cus_1", "pm_1", "Visa •••• 4242",
            Instant.parse("2026-03-01T10:00:00.000001Z"));

    private AutoTopUpStore store;
    private PoolId pool;

    protected abstract Stores stores();

    protected abstract AutoTopUpStore store();

    @BeforeEach
    void open() {
        store = store();
        pool = stores().nextId();
        stores().create(CreditPool.open(pool, NOW));
    }

    private List<AutoTopUp> low(Instant now) {
        return ours(store.low(PaymentMode.SANDBOX, now, 1_000));
    }

    private List<AutoTopUp> running(Instant triedBefore) {
        return ours(store.running(triedBefore, 1_000));
    }

    private List<AutoTopUp> ours(List<Versioned> found) {
        return found.stream().map(Versioned::topUp).filter(one -> one.pool().equals(pool)).toList();
    }

    @Test
    void it_is_read_as_it_was_kept() {
        AutoTopUp off = AutoTopUp.off(pool);
        AutoTopUp ended = off.set(ON).with(CARD).begun(NOW).ended(Outcome.DECLINED, NOW.plusSeconds(1));

        assertThat(store.find(pool)).isEmpty();
        assertThat(store.keep(off, 0)).isTrue();
        assertThat(store.find(pool)).contains(new Versioned(off, 1));
        assertThat(store.keep(ended, 1)).isTrue();
        assertThat(store.find(pool)).contains(new Versioned(ended, 2));
    }

    @Test
    void of_many_who_change_it_at_once_one_does() {
        AutoTopUp on = AutoTopUp.off(pool).set(ON).with(CARD);
        long first = IntStream.range(0, 8).parallel().filter(_ -> store.keep(on, 0)).count();
        long begun = IntStream.range(0, 8).parallel().filter(_ -> store.keep(on.begun(NOW), 1)).count();

        assertThat(first).isEqualTo(1);
        assertThat(begun).isEqualTo(1);
    }

    @Test
    void a_pool_that_is_low_is_found_once_it_may_begin() {
        AutoTopUp on = AutoTopUp.off(pool).set(ON).with(CARD);
        store.keep(AutoTopUp.off(pool), 0);
        assertThat(low(NOW)).isEmpty();
        store.keep(on, 1);
        assertThat(low(NOW)).containsExactly(on);

        store.keep(on.begun(NOW), 2);
        assertThat(low(NOW)).isEmpty();

        AutoTopUp ended = on.begun(NOW).ended(Outcome.PAID, NOW);
        store.keep(ended, 3);
        assertThat(low(NOW.plus(AutoTopUp.COOL_DOWN).minusNanos(1_000))).isEmpty();
        assertThat(low(NOW.plus(AutoTopUp.COOL_DOWN))).containsExactly(ended);
    }

    @Test
    void a_card_of_another_mode_pays_for_nothing() {
        store.keep(AutoTopUp.off(pool).set(ON).with(CARD), 0);

        assertThat(ours(store.low(PaymentMode.LIVE, NOW, 1_000))).isEmpty();
        assertThat(low(NOW)).hasSize(1);
    }

    @Test
    void a_pool_that_has_enough_is_not_found() {
        store.keep(AutoTopUp.off(pool).set(new AutoTopUp.Settings(true, Credits.ZERO, 500, 3)).with(CARD), 0);

        assertThat(low(NOW.plus(Duration.ofDays(400)))).isEmpty();
    }

    @Test
    void what_runs_is_found_again_after_a_while() {
        AutoTopUp begun = AutoTopUp.off(pool).set(ON).with(CARD).begun(NOW);
        store.keep(begun, 0);

        assertThat(running(NOW)).isEmpty();
        assertThat(running(NOW.plusNanos(1_000))).containsExactly(begun);
        store.tried(pool, NOW.plusSeconds(30));
        assertThat(running(NOW.plusSeconds(30))).isEmpty();
        assertThat(running(NOW.plusSeconds(31))).containsExactly(begun);

        store.keep(begun.ended(Outcome.PAID, NOW), 1);
        store.tried(pool, NOW);
        assertThat(running(NOW.plusSeconds(99))).isEmpty();
    }
}
