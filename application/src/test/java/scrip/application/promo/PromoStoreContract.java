package scrip.application.promo;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scrip.application.pool.PoolStore.Changes;
import scrip.application.pool.PoolStore.Wanted;
import scrip.application.pool.Stores;
import scrip.application.pool.Turns;
import scrip.application.promo.Redemption.State;
import scrip.domain.credit.Credits;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.domain.pricing.Money;
import scrip.domain.promo.Benefit;
import scrip.domain.promo.Conditions;
import scrip.domain.promo.PromoCode;
import scrip.domain.promo.PromoRefusal;
import scrip.domain.promo.Use;
import scrip.domain.promo.Wish;
import scrip.domain.purchase.Order;
import scrip.domain.purchase.Purchase;

import static org.assertj.core.api.Assertions.assertThat;

/** What every store of promo codes keeps to. */
public abstract class PromoStoreContract {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00.000001Z");
    private static final Wish WISH = new Wish(Credits.of(500), Money.of(500, "usd"), true);

    private final String name = "C" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT);
    private PromoStore store;
    private PoolId pool;
    private PoolId other;

    protected abstract Stores stores();

    /** The codes beside those stores. */
    protected abstract PromoStore promos();

    @BeforeEach
    void openTwoPools() {
        store = promos();
        pool = opened();
        other = opened();
    }

    private PoolId opened() {
        PoolId id = stores().nextId();
        stores().create(CreditPool.open(id, START));
        return id;
    }

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }

    private PromoCode code(Benefit gives, Conditions conditions) {
        return new PromoCode(name, gives, conditions, START, null);
    }

    private PromoCode limitedTo(long most) {
        return code(new Benefit.PercentOff(20), new Conditions(null, null, most, null, Credits.ZERO, false));
    }

    private Claim claim(String purchase, PoolId of) {
        return new Claim(name, purchase + "-" + of.value(), of);
    }

    private Optional<PromoRefusal> take(Claim claim, long second) {
        return store.take(claim, at(second), (code, use) -> code.refusalOf(WISH, use, at(second)));
    }

    private State state(Claim claim) {
        return store.redemptions(name, 1_000).stream().filter(redemption -> redemption.claim().equals(claim))
                .findFirst().orElseThrow().state();
    }

    private long redemptions() {
        return store.find(name).orElseThrow().redemptions();
    }

    @Test
    void a_code_is_kept_with_what_it_gives_and_when() {
        List<PromoCode> codes = List.of(code(new Benefit.PercentOff(20), Conditions.NONE),
                code(new Benefit.AmountOff(Money.of(250, "eur")),
                        new Conditions(at(1), at(2), 3L, 4L, Credits.of(500), true)),
                code(new Benefit.BonusCredits(Credits.ofMicros(50_500_000)),
                        new Conditions(null, at(2), null, 4L, Credits.ZERO, false)));
        assertThat(store.find(name)).isEmpty();
        assertThat(store.put(codes.getFirst())).isTrue();

        for (PromoCode code : codes) {
            assertThat(store.put(code)).isFalse();
            assertThat(store.find(name)).contains(new PromoStore.Counted(code, 0));
        }
    }

    @Test
    void of_many_who_make_the_same_code_at_once_one_does_and_no_other_terms_take_its_place() {
        List<CompletableFuture<Boolean>> makers = IntStream.rangeClosed(1, 8)
                .mapToObj(percent -> CompletableFuture.supplyAsync(
                        () -> store.make(code(new Benefit.PercentOff(percent), Conditions.NONE))))
                .toList();

        assertThat(makers).extracting(CompletableFuture::join).filteredOn(made -> made).hasSize(1);
        Benefit kept = store.find(name).orElseThrow().code().gives();
        store.retire(name, at(1));
        assertThat(store.make(code(new Benefit.PercentOff(99), Conditions.NONE))).as("revived").isFalse();
        assertThat(store.find(name).orElseThrow().code()).isEqualTo(
                new PromoCode(name, kept, Conditions.NONE, START, at(1)));
    }

    @Test
    void new_terms_leave_the_first_day_and_the_redemptions() {
        store.put(limitedTo(1));
        take(claim("p1", pool), 1);

        store.put(new PromoCode(name, new Benefit.PercentOff(30), Conditions.NONE, at(99), null));

        assertThat(store.find(name)).contains(new PromoStore.Counted(
                new PromoCode(name, new Benefit.PercentOff(30), Conditions.NONE, START, null), 1));
    }

    @Test
    void a_code_is_retired_once_and_put_back_in_force() {
        store.put(limitedTo(1));

        assertThat(store.retire(name, at(5))).isTrue();
        assertThat(store.retire(name, at(6))).isTrue();
        assertThat(store.find(name).orElseThrow().code().retiredAt()).isEqualTo(at(5));
        store.put(limitedTo(1));
        assertThat(store.find(name).orElseThrow().code().retiredAt()).isNull();
        assertThat(store.retire("NOSUCH", at(5))).isFalse();
    }

    @Test
    void codes_are_listed_newest_first() {
        store.put(limitedTo(1));
        PromoCode newer = new PromoCode(name + "-2", new Benefit.PercentOff(1), Conditions.NONE, at(1), null);
        store.put(newer);

        assertThat(store.list(1_000)).extracting(counted -> counted.code().code())
                .filteredOn(code -> code.startsWith(name)).containsExactly(name + "-2", name);
    }

    @Test
    void a_redemption_is_taken_once_by_its_purchase_whatever_the_limit() {
        store.put(limitedTo(1));

        assertThat(take(claim("p1", pool), 1)).isEmpty();
        assertThat(take(claim("p1", pool), 2)).isEmpty();
        assertThat(take(claim("p2", pool), 3)).contains(PromoRefusal.USED_UP);

        assertThat(redemptions()).isEqualTo(1);
        assertThat(store.use(name, pool)).contains(new Use(1, 1, 0));
        assertThat(store.use(name, other)).contains(new Use(1, 0, 0));
        assertThat(store.redemptions(name, 10)).containsExactly(
                new Redemption(claim("p1", pool), State.TAKEN, at(1)));
    }

    @Test
    void a_code_that_is_not_there_is_unknown() {
        assertThat(take(claim("p1", pool), 1)).contains(PromoRefusal.UNKNOWN);
        assertThat(store.use(name, pool)).isEmpty();
    }

    @Test
    void a_redemption_that_is_given_back_can_be_taken_by_another() {
        store.put(limitedTo(1));
        take(claim("p1", pool), 1);

        assertThat(store.stands(claim("p1", pool))).isTrue();
        store.giveBack(claim("p1", pool));
        store.giveBack(claim("p1", pool));
        store.giveBack(claim("never", pool));
        assertThat(store.stands(claim("p1", pool))).isFalse();
        assertThat(store.stands(claim("never", pool))).isFalse();

        assertThat(redemptions()).isZero();
        assertThat(take(claim("p2", other), 2)).isEmpty();
        assertThat(take(claim("p1", pool), 3)).as("its own turn has passed").contains(PromoRefusal.USED_UP);
    }

    @Test
    void one_that_was_given_back_is_taken_again_for_as_long_as_there_is_room() {
        store.put(limitedTo(1));
        take(claim("p1", pool), 1);
        store.giveBack(claim("p1", pool));

        assertThat(take(claim("p1", pool), 2)).isEmpty();
        assertThat(state(claim("p1", pool))).isEqualTo(State.TAKEN);
        assertThat(redemptions()).isEqualTo(1);
    }

    @Test
    void a_redemption_that_is_kept_stays_and_a_late_one_counts_beyond_the_limit() {
        store.put(limitedTo(1));
        take(claim("p1", pool), 1);
        store.giveBack(claim("p1", pool));
        take(claim("p2", other), 2);

        store.keep(claim("p1", pool), at(9));
        store.keep(claim("p1", pool), at(9));
        store.keep(claim("p2", other), at(9));
        store.giveBack(claim("p1", pool));
        store.giveBack(claim("p2", other));

        assertThat(state(claim("p1", pool))).isEqualTo(State.KEPT);
        assertThat(redemptions()).isEqualTo(2);
        store.keep(claim("p3", other), at(10));
        assertThat(redemptions()).isEqualTo(3);
    }

    @Test
    void what_a_crash_left_is_found_by_the_purchase_that_is_no_longer_pending_or_not_there() {
        store.put(limitedTo(9));
        for (String purchase : List.of("pending", "expired", "missing", "kept", "young")) {
            take(claim(purchase, pool), purchase.equals("young") ? 100 : 10);
        }
        store.keep(claim("kept", pool), at(11));
        keep(ordered("pending"));
        keep(ordered("expired").endedUnpaid(Purchase.Status.EXPIRED).orElseThrow());

        assertThat(store.unsettled(at(100), 1_000)).filteredOn(claim -> claim.code().equals(name))
                .containsExactlyInAnyOrder(claim("expired", pool), claim("missing", pool));
        assertThat(store.unsettled(at(10), 1_000)).filteredOn(claim -> claim.code().equals(name)).isEmpty();
    }

    @Test
    void of_many_at_once_exactly_as_many_take_as_there_are() throws Exception {
        store.put(limitedTo(10));
        List<Callable<Optional<PromoRefusal>>> buyers = IntStream.range(0, 50)
                .<Callable<Optional<PromoRefusal>>>mapToObj(
                        i -> () -> take(claim("b" + i, i % 2 == 0 ? pool : other), 1))
                .toList();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(buyers)).extracting(Future::resultNow).filteredOn(Optional::isEmpty)
                    .hasSize(10);
        }
        assertThat(redemptions()).isEqualTo(10);
        assertThat(store.redemptions(name, 1_000)).hasSize(10);
    }

    @Test
    void codes_for_a_first_purchase_are_one_for_a_pool_also_if_two_are_wanted_at_once() throws Exception {
        Conditions first = new Conditions(null, null, null, null, Credits.ZERO, true);
        List<String> names = List.of(name, name + "-2");
        names.forEach(one -> store.put(new PromoCode(one, new Benefit.PercentOff(20), first, START, null)));
        List<Callable<Optional<PromoRefusal>>> buyers = IntStream.range(0, 20)
                .<Callable<Optional<PromoRefusal>>>mapToObj(i -> () -> store.take(
                        new Claim(names.get(i % 2), "b" + i + name, pool), START,
                        (code, use) -> code.refusalOf(WISH, use, START)))
                .toList();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(buyers)).extracting(Future::resultNow).filteredOn(Optional::isEmpty)
                    .hasSize(1);
        }

        assertThat(names.stream().map(one -> store.use(one, pool).orElseThrow())).containsExactlyInAnyOrder(
                new Use(1, 1, 0), new Use(0, 0, 1));
        assertThat(take(claim("p1", other), 1)).isEmpty();
    }

    private Purchase ordered(String purchase) {
        return Purchase.ordered(claim(purchase, pool).purchase(), pool, new Order(Credits.of(100), Credits.ZERO,
                Money.of(100, "usd"), Money.of(20, "usd"), name, null, START));
    }

    private void keep(Purchase purchase) {
        Wanted wanted = new Wanted(Set.of(), Set.of(), Set.of(), Set.of(purchase.id()));
        new Turns(stores().pools()).keep(purchase.pool(), START, wanted, locked -> {
            Changes changes = Turns.decide(locked);
            return new Changes(changes.decision(), changes.entries(), List.of(), List.of(purchase));
        });
    }
}
