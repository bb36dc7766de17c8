package scrip.application.pool;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scrip.application.pool.PoolStore.Changes;
import scrip.application.pool.PoolStore.Locked;
import scrip.application.pool.PoolStore.Wanted;
import scrip.application.workspace.Member;
import scrip.application.workspace.Role;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Source;
import scrip.domain.license.BillingInterval;
import scrip.domain.license.License;
import scrip.domain.pool.BuilderUse;
import scrip.domain.pool.Builders;
import scrip.domain.pool.Charge;
import scrip.domain.pool.Command;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Decision;
import scrip.domain.pool.Hold;
import scrip.domain.pool.Limits;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Reply;
import scrip.domain.pool.Slice;
import scrip.domain.pool.Slices;
import scrip.domain.pool.Taken;
import scrip.domain.pool.Work;
import scrip.domain.pricing.Money;
import scrip.domain.pricing.Receipt;
import scrip.domain.purchase.Order;
import scrip.domain.purchase.OwnRefund;
import scrip.domain.purchase.Purchase;
import scrip.domain.purchase.Refundable;
import scrip.domain.purchase.Reversals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every store of pools keeps to; a new store for each test, or one whose pools have other ids. */
public abstract class PoolStoreContract {

    protected static final Instant START = Instant.parse("2026-01-31T14:00:00.123456Z");
    private static final Work WORK = new Work("layout", "ada@nexus.example", false, "order 7, 徳川 🪙");
    private static final Duration MINUTES_15 = Duration.ofMinutes(15);

    private PoolStore store;
    private Turns turns;
    private PoolId pool;
    private PoolId other;

    protected abstract Stores stores();

    @BeforeEach
    void openTwoPools() {
        store = stores().pools();
        turns = new Turns(store);
        pool = opened();
        other = opened();
    }

    private PoolId opened() {
        PoolId id = stores().nextId();
        stores().create(CreditPool.open(id, START));
        return id;
    }

    @Test
    void nothing_of_a_pool_is_lost() {
        ZoneId newYork = ZoneId.of("America/New_York");
        License now = new License("Team, \"größer\"", 3, Credits.of(800), BillingInterval.ANNUAL, START, null, newYork);
        License later = new License("Pro", 5, Credits.of(800), BillingInterval.MONTHLY, START.plusSeconds(9_000_000),
                START.plusSeconds(20_000_000), ZoneOffset.UTC);
        for (Command command : List.of(new Command.EnterLicense(now), new Command.EnterLicense(later),
                new Command.GrantCredits(Credits.ofMicros(1), at(900), "für 徳川 🪙"),
                new Command.CreditPurchase("p1", Credits.of(300), Credits.of(30), at(0)),
                new Command.CreditPurchase("p2", Credits.of(100), Credits.ZERO, at(1)),
                hold(2_500), charge(Credits.of(1_000), true))) {
            assertIsKept(turns.take(pool, at(2), command));
        }
        assertIsKept(turns.take(pool, START.plus(Duration.ofDays(40)), new Command.Touch()));
        Instant yearsLater = START.plus(Duration.ofDays(400));
        assertIsKept(turns.take(pool, yearsLater,
                new Command.CreditPurchase("p3", Credits.of(100), Credits.ZERO, yearsLater)));
        assertIsKept(turns.take(pool, yearsLater, new Command.EndLicense()));
    }

    private void assertIsKept(Decision decision) {
        assertThat(read().pool()).isEqualTo(decision.pool());
    }

    private PoolStore.Unlocked read() {
        return store.read(pool, START).orElseThrow();
    }

    @Test
    void limits_are_kept_with_their_pool() {
        Map<String, Credits> custom = Map.of("ada@nexus.example", Credits.of(7), "böb@nexus.example", Credits.of(1));

        assertIsKept(turns.take(pool, START, new Command.SetLimits(new Limits(true, null, custom))));
        assertIsKept(turns.take(pool, START, new Command.SetLimits(new Limits(false, Credits.of(9), Map.of()))));
        assertIsKept(turns.take(pool, START, new Command.SetLimits(Limits.NONE)));
    }

    @Test
    void nothing_is_loaded_of_builders_while_limits_are_off() {
        turns.take(pool, START, hold(10));

        assertThat(turns.look(pool, at(1), limits(false, "ada@nexus.example")).loaded().builders()).isNull();
    }

    @Test
    void what_limits_need_is_loaded_where_they_are_on_or_being_set() {
        admit(pool, "ada@nexus.example", Role.BUILDER);
        admit(pool, "bob@nexus.example", Role.ADMIN);
        admit(pool, "eve@nexus.example", Role.END_USER);
        admit(other, "bob@nexus.example", Role.BUILDER);
        turns.take(pool, START, hold(10), hold(5), charge(Credits.of(20), false), charge("bob@nexus.example", 30));
        Hold released = held(turns.take(pool, START, hold(7)));
        turns.take(pool, at(1), new Command.Release(released.number()));
        Charge charge = charged(turns.take(pool, at(1), charge(Credits.of(3), false)));
        turns.take(pool, at(2), new Command.MakeGood(charge.number(), Credits.of(1), "failed"));
        Wanted wanted = limits(true, "ada@nexus.example", "guest@nexus.example", "eve@nexus.example");

        assertThat(turns.look(pool, at(3), wanted).loaded().builders()).isEqualTo(new Builders(2,
                Set.of("ada@nexus.example"), Map.of("ada@nexus.example", use(22, 15), "guest@nexus.example",
                        BuilderUse.NONE, "eve@nexus.example", BuilderUse.NONE)));

        Map<String, Credits> custom = Map.of("bob@nexus.example", Credits.of(40), "gone@nexus.example", Credits.of(1));
        turns.take(pool, at(4), new Command.SetLimits(new Limits(true, null, custom)));
        assertThat(turns.look(pool, at(5), limits(false, "bob@nexus.example")).loaded().builders())
                .isEqualTo(new Builders(2, Set.of("bob@nexus.example"), Map.of("bob@nexus.example", use(30, 0))));
        assertThat(turns.look(other, at(5), limits(true)).loaded().builders())
                .isEqualTo(new Builders(1, Set.of(), Map.of()));
    }

    @Test
    void use_of_an_earlier_period_is_not_loaded_and_open_holds_are() {
        admit(pool, "ada@nexus.example", Role.BUILDER);
        turns.take(pool, START, charge(Credits.of(20), false));
        Instant renewal = read().pool().period().endExclusive();
        turns.take(pool, renewal.minusSeconds(60), hold(10));
        turns.take(pool, renewal, new Command.Touch());

        Builders found = turns.look(pool, renewal, limits(true, "ada@nexus.example")).loaded().builders();

        assertThat(found.uses()).containsOnly(Map.entry("ada@nexus.example", use(0, 10)));
    }

    private void admit(PoolId to, String email, Role role) {
        stores().put(new Member(to, email, "Somebody", role, null));
    }

    private static Wanted limits(boolean set, String... builders) {
        return new Wanted(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(builders), set);
    }

    private static BuilderUse use(long used, long held) {
        return new BuilderUse(Credits.of(used), Credits.of(held));
    }

    @Test
    void of_twenty_holds_at_once_exactly_as_many_as_the_limit_leaves_are_granted() throws Exception {
        admit(pool, "ada@nexus.example", Role.BUILDER);
        turns.take(pool, START, new Command.SetLimits(new Limits(true, Credits.of(50), Map.of())));

        List<Reply> replies = atOnce(20, () -> turns.take(pool, at(1), hold(15)).reply());

        assertThat(replies).filteredOn(Reply.Held.class::isInstance).hasSize(3);
        assertThat(replies).filteredOn(Reply.LimitReached.class::isInstance).hasSize(17);
    }

    @Test
    void an_unknown_pool_is_not_found_and_passed_over() {
        PoolId unknown = stores().nextId();

        turns.keep(unknown, START, Turns.NOTHING, _ -> {
            throw new AssertionError("there is nothing to decide");
        });

        assertThat(store.read(unknown, START)).isEmpty();
        assertThat(store.hold(unknown, 1)).isEmpty();
    }

    @Test
    void the_time_of_a_turn_has_no_more_than_microseconds() {
        Locked seen = turns.look(pool, START.plusNanos(999), Turns.NOTHING);

        assertThat(seen.now()).isEqualTo(START);
    }

    @Test
    void all_pools_of_a_transaction_are_decided_at_one_instant() {
        List<Instant> times = new ArrayList<>();
        InstantSource ticking = new InstantSource() {
            private Instant now = START;

            @Override
            public Instant instant() {
                now = now.plusSeconds(1);
                return now;
            }
        };

        store.transact(Map.of(pool, Turns.NOTHING, other, Turns.NOTHING), ticking, locked -> {
            times.add(locked.now());
            return Turns.decide(locked);
        });

        assertThat(times).hasSize(2).containsOnly(times.getFirst());
    }

    @Test
    void a_turn_goes_on_where_the_last_one_ended() {
        Locked before = turns.look(pool, START, Turns.NOTHING);
        Decision decision = turns.take(pool, at(1), hold(10));
        Locked after = turns.look(pool, at(2), Turns.NOTHING);

        assertThat(after.seq()).isEqualTo(1 + decision.transfers().size());
        assertThat(after.hash()).isNotEqualTo(before.hash());
        assertThat(read().seq()).isEqualTo(after.seq());
    }

    @Test
    void holds_at_once_never_take_more_than_there_is() throws Exception {
        turns.take(pool, START, new Command.GrantCredits(Credits.of(400), at(99_999), "to make 500"));

        List<Reply> replies = atOnce(20, () -> turns.take(pool, at(1), hold(75)).reply());

        assertThat(replies).filteredOn(Reply.Held.class::isInstance).hasSize(6);
        assertThat(read().pool().available()).isEqualTo(Credits.of(50));
        assertThat(read().pool().held().total()).isEqualTo(Credits.of(450));
    }

    @Test
    void turns_over_the_same_pools_at_once_all_come_through() throws Exception {
        List<Boolean> done = atOnce(20, () -> {
            Map<PoolId, Wanted> both = new LinkedHashMap<>();
            both.put(other, Turns.NOTHING);
            both.put(pool, Turns.NOTHING);
            store.transact(both, () -> at(1), locked -> Turns.decide(locked, charge(Credits.of(1), false)));
            return true;
        });

        assertThat(done).hasSize(20);
        assertThat(read().pool().available()).isEqualTo(Credits.of(80));
    }

    private static <T> List<T> atOnce(int times, Callable<T> task) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(Collections.nCopies(times, task))) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void a_decision_that_throws_leaves_no_trace_and_no_lock() {
        Decision before = turns.take(pool, START, hold(10));

        assertThatThrownBy(() -> turns.keep(pool, at(1), Turns.NOTHING, _ -> {
            throw new IllegalArgumentException("a bug");
        })).isInstanceOf(IllegalArgumentException.class);

        assertIsKept(before);
        assertThat(turns.take(pool, at(2), hold(10)).reply()).isInstanceOf(Reply.Held.class);
    }

    @Test
    void several_pools_are_decided_in_the_order_of_their_ids_all_or_none() {
        Decision before = turns.take(pool, START, new Command.Touch());
        List<PoolId> order = new ArrayList<>();

        assertThatThrownBy(() -> store.transact(Map.of(pool, Turns.NOTHING, other, Turns.NOTHING), () -> at(1),
                locked -> {
                    order.add(locked.pool().id());
                    if (locked.pool().id().equals(other)) {
                        throw new IllegalArgumentException("a bug");
                    }
                    return Turns.decide(locked, hold(10));
                })).isInstanceOf(IllegalArgumentException.class);

        assertThat(order).containsExactly(pool, other);
        assertIsKept(before);
    }

    @Test
    void a_hold_is_kept_with_all_it_has() {
        turns.take(pool, START, new Command.GrantCredits(Credits.of(50), at(99_999), "trial"));
        Command.PlaceHold command = new Command.PlaceHold(WORK, Credits.ofMicros(120_000_001), Credits.of(130),
                MINUTES_15);
        Hold hold = held(turns.take(pool, at(1), command));
        Command.PlaceHold own = new Command.PlaceHold(new Work("docs", "bob@nexus.example", true, null),
                Credits.of(1), null, MINUTES_15);
        Hold free = held(turns.take(pool, at(2), own));

        assertThat(hold.slices().list()).hasSize(2);
        assertThat(store.hold(pool, hold.number())).contains(hold);
        assertThat(store.hold(pool, free.number())).contains(free);
        assertThat(store.hold(other, hold.number())).isEmpty();
        assertThat(named(pool, at(3), Set.of(hold.number(), 999L)).loaded().holds()).containsExactly(hold);
        assertThat(named(other, at(3), Set.of(hold.number())).loaded().holds()).isEmpty();
    }

    private Locked named(PoolId of, Instant now, Set<Long> holds) {
        return turns.look(of, now, new Wanted(Set.of(), holds, Set.of(), Set.of()));
    }

    @Test
    void open_holds_come_without_being_named_once_they_are_due() {
        Hold hold = held(turns.take(pool, START, hold(10)));
        Hold settled = held(turns.take(pool, START, hold(10)));
        turns.take(pool, at(1), new Command.Settle(settled.number(), Credits.of(1), Receipt.REPORTED));

        assertThat(store.read(pool, hold.expiresAt().minusNanos(1000)).orElseThrow().due().holds()).isEmpty();
        assertThat(store.read(pool, hold.expiresAt()).orElseThrow().due().holds()).containsExactly(hold);
        assertThat(store.read(other, hold.expiresAt()).orElseThrow().due().holds()).isEmpty();
        Decision later = turns.take(pool, hold.expiresAt(), new Command.Touch());
        assertThat(later.pool().available()).isEqualTo(Credits.of(99));
        assertThat(store.hold(pool, hold.number()).orElseThrow().status()).isEqualTo(Hold.Status.LAPSED);
        assertThat(store.read(pool, hold.expiresAt()).orElseThrow().due().holds()).isEmpty();
    }

    @Test
    void an_extended_hold_is_due_later() {
        Hold hold = held(turns.take(pool, START, hold(10)));
        turns.take(pool, at(60), new Command.Extend(hold.number(), Duration.ofHours(1)));

        assertThat(store.hold(pool, hold.number()).orElseThrow().expiresAt()).isEqualTo(at(3_660));
        assertThat(store.read(pool, at(3_659)).orElseThrow().due().holds()).isEmpty();
        assertThat(store.read(pool, at(3_660)).orElseThrow().due().holds()).hasSize(1);
    }

    @Test
    void a_late_settlement_ends_a_lapsed_hold() {
        Hold hold = held(turns.take(pool, START, hold(10)));
        turns.take(pool, hold.expiresAt(), new Command.Touch());
        turns.take(pool, hold.expiresAt(), new Command.Settle(hold.number(), Credits.of(9), Receipt.REPORTED));

        assertThat(store.hold(pool, hold.number()).orElseThrow().status()).isEqualTo(Hold.Status.SETTLED);
    }

    @Test
    void what_repaid_a_charge_is_loaded_with_it_once() {
        Charge charge = charged(turns.take(pool, START, charge(Credits.of(150), true)));
        turns.take(pool, at(1), new Command.GrantCredits(Credits.of(20), at(99_999), "first"));
        turns.take(pool, at(2), new Command.GrantCredits(Credits.of(20), at(99_998), "second"));
        assertThat(loaded(charge).refundable().total()).isEqualTo(Credits.of(140));

        turns.take(pool, at(3), new Command.MakeGood(charge.number(), Credits.of(15), "10 were debt still"));
        assertThat(loaded(charge).refundable().total()).isEqualTo(Credits.of(135));

        turns.take(pool, at(4), new Command.MakeGood(charge.number(), null, "the rest"));
        assertThat(loaded(charge).refundable().total()).isEqualTo(Credits.ZERO);
        assertThat(read().pool().available()).isEqualTo(Credits.of(140));
    }

    private Charge loaded(Charge charge) {
        Wanted wanted = new Wanted(Set.of(), Set.of(), Set.of(charge.number()), Set.of());
        assertThat(turns.look(other, at(5), wanted).loaded().charges()).isEmpty();
        return turns.look(pool, at(5), wanted).loaded().charges().iterator().next();
    }

    @Test
    void answers_are_found_by_their_keys_to_the_letter_and_in_their_pool_alone() {
        KeptAnswer answer = answer("s:Key é 🪙", "ab");
        keep(pool, answer);
        keep(pool, answer("s:key é 🪙", "cd"));
        keep(pool, answer("s:Key é 🪙 ", "ef"));
        Wanted wanted = new Wanted(Set.of("s:Key é 🪙", "s:unknown"), Set.of(), Set.of(), Set.of());

        assertThat(turns.look(pool, at(1), wanted).answers()).containsOnly(Map.entry("s:Key é 🪙", answer));
        assertThat(turns.look(other, at(1), wanted).answers()).isEmpty();
    }

    @Test
    void a_key_is_kept_once_and_all_of_the_turn_that_repeats_it_is_undone() {
        keep(pool, answer("s:twice", "ab"));

        assertThatThrownBy(() -> turns.keep(pool, at(1), Turns.NOTHING, locked -> {
            Changes changes = Turns.decide(locked, hold(10));
            return new Changes(changes.decision(), changes.entries(), List.of(answer("s:twice", "cd")), List.of());
        })).isInstanceOf(ConflictException.class);

        assertThat(read().pool().held().total()).isEqualTo(Credits.ZERO);
        assertThat(turns.take(pool, at(1), hold(10)).reply()).isInstanceOf(Reply.Held.class);
    }

    @Test
    void a_key_that_no_answer_was_kept_under_is_free_again() {
        Wanted wanted = new Wanted(Set.of("s:free", "s:other"), Set.of(), Set.of(), Set.of());
        assertThat(turns.look(pool, at(1), wanted).answers()).isEmpty();
        KeptAnswer answer = answer("s:free", "ab");

        turns.keep(pool, at(1), wanted, locked -> {
            Changes changes = Turns.decide(locked);
            return new Changes(changes.decision(), changes.entries(), List.of(answer), List.of());
        });

        assertThat(turns.look(pool, at(2), wanted).answers()).containsOnly(Map.entry("s:free", answer));
        assertThat(turns.look(pool, at(3), wanted).answers()).as("looking leaves it as it is")
                .containsOnly(Map.entry("s:free", answer));
    }

    private static KeptAnswer answer(String key, String fingerprint) {
        return new KeptAnswer(new RequestKey(key, fingerprint), new Answer(201, "{\"id\":\"ü🪙\"}"), at(1));
    }

    private void keep(PoolId of, KeptAnswer answer) {
        turns.keep(of, at(1), Turns.NOTHING, locked -> {
            Changes changes = Turns.decide(locked);
            return new Changes(changes.decision(), changes.entries(), List.of(answer), List.of());
        });
    }

    @Test
    void a_purchase_is_kept_from_the_order_to_wherever_its_money_ends() {
        Money total = Money.of(2700, "usd");
        Order order = new Order(Credits.of(300), Credits.of(30), Money.of(3000, "usd"), Money.of(300, "usd"), "SPRING",
                "ada@nexus.example", at(1));
        Purchase ordered = Purchase.ordered("b-" + pool.value(), pool, order);
        assertThat(order.total()).isEqualTo(total);
        Purchase opened = ordered.opened(new Purchase.Checkout("cs-" + pool.value(), "https://pay.example/1", at(99)));
        Purchase paid = opened.paid(new Purchase.Payment(at(7), "pi-" + pool.value(), null)).orElseThrow();

        Reversals reversals = new Reversals(1, at(8), Map.of("re", new Reversals.FailedRefund(2, at(9))),
                Map.of("dp", new Reversals.Dispute(3, Reversals.Dispute.State.WON, at(10))),
                Map.of("own", new OwnRefund(new Refundable(Credits.of(4), 5), 6, at(11), "goodwill", "re_own", false),
                        "asked",
                        new OwnRefund(new Refundable(Credits.of(1), 2), 3, at(12), "»ok«", null, false), "left",
                        new OwnRefund(new Refundable(Credits.of(1), 2), 3, at(13), "late", null, true)),
                new Taken(new Taken.Part(
                        new Slices(List.of(new Slice(new Source.AddOn("p1"), Credits.ofMicros(6)),
                                new Slice(new Source.Monthly(3), Credits.ofMicros(7)))),
                        Credits.of(7)),
                        new Taken.Part(new Slices(List.of(new Slice(new Source.Promotional(9), Credits.ofMicros(1)))),
                                Credits.of(8))));
        Purchase reversed = new Purchase(paid.id(), pool, order, Purchase.Status.PARTIALLY_REFUNDED, paid.checkout(),
                paid.payment(), reversals);

        for (Purchase purchase : List.of(ordered, opened, paid, reversed)) {
            keep(purchase);
            assertThat(bought(pool, purchase.id())).containsOnly(Map.entry(purchase.id(), purchase));
            assertThat(bought(other, purchase.id())).isEmpty();
        }
    }

    private void keep(Purchase purchase) {
        turns.keep(pool, at(1), new Wanted(Set.of(), Set.of(), Set.of(), Set.of(purchase.id())), locked -> {
            Changes changes = Turns.decide(locked);
            return new Changes(changes.decision(), changes.entries(), List.of(), List.of(purchase));
        });
    }

    private Map<String, Purchase> bought(PoolId of, String id) {
        return turns.look(of, at(2), new Wanted(Set.of(), Set.of(), Set.of(), Set.of(id))).purchases();
    }

    private static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }

    private static Command.PlaceHold hold(long credits) {
        return new Command.PlaceHold(WORK, Credits.of(credits), null, MINUTES_15);
    }

    private static Command.MakeCharge charge(Credits credits, boolean shortfallIsDebt) {
        return new Command.MakeCharge(WORK, credits, Receipt.REPORTED, shortfallIsDebt);
    }

    private static Command.MakeCharge charge(String builder, long credits) {
        return new Command.MakeCharge(new Work("layout", builder, false, null), Credits.of(credits), Receipt.REPORTED,
                false);
    }

    private static Hold held(Decision decision) {
        return ((Reply.Held) decision.reply()).hold();
    }

    private static Charge charged(Decision decision) {
        return ((Reply.Charged) decision.reply()).charge();
    }
}
