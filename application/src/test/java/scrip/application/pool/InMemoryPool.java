package scrip.application.pool;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

import scrip.application.notice.Posted;
import scrip.application.pool.PoolStore.Changes;
import scrip.application.pool.PoolStore.Locked;
import scrip.application.pool.PoolStore.Unlocked;
import scrip.application.pool.PoolStore.Wanted;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.ChainHash;
import scrip.domain.ledger.Entry;
import scrip.domain.pool.BuilderUse;
import scrip.domain.pool.Builders;
import scrip.domain.pool.Charge;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Hindsight;
import scrip.domain.pool.Hold;
import scrip.domain.pool.Loaded;
import scrip.domain.pool.Memories;
import scrip.domain.pool.Repayment;
import scrip.domain.pool.Slice;
import scrip.domain.pool.Slices;
import scrip.domain.pool.Usage;
import scrip.domain.purchase.Purchase;

/**
 * All that is kept of one pool. Turns hold {@link #row}, the lock that excludes other turns; everything that touches the
 * state is synchronized besides, so that readers need not wait for a turn to end.
 */
final class InMemoryPool {

    final ReentrantLock row = new ReentrantLock();

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, Hold> holds = new LinkedHashMap<>();
    private final NavigableMap<Long, Charge> charges = new TreeMap<>();
    private final Map<Long, List<Slice>> repayments = new HashMap<>();
    private final List<Usage> usage = new ArrayList<>();
    private final Map<String, KeptAnswer> answers = new HashMap<>();
    private final Map<String, Purchase> purchases = new LinkedHashMap<>();
    private final List<Posted> notices = new ArrayList<>();
    private final Memories memories;
    private CreditPool pool;

    InMemoryPool(CreditPool pool) {
        this.pool = pool;
        memories = new Memories(pool);
    }

    /** What is known of the pool at an instant of its past. */
    synchronized Optional<Hindsight> hindsight(Instant instant) {
        return memories.of(instant);
    }

    synchronized Locked load(Wanted wanted, Instant now, Set<String> members) {
        Map<Long, Hold> found = new LinkedHashMap<>();
        due(now).forEach(hold -> found.put(hold.number(), hold));
        wanted.holds().stream().filter(holds::containsKey).forEach(n -> found.put(n, holds.get(n)));
        List<Charge> named = wanted.charges().stream().filter(charges::containsKey).map(this::withRepaid).toList();
        return new Locked(pool, now, entries.size(), lastHash(), new Loaded(List.copyOf(found.values()), named,
                wanted.limits() || pool.limits().enabled() ? builders(wanted.builders(), members) : null),
                only(answers, wanted.keys()), only(purchases, wanted.purchases()));
    }

    private Builders builders(Set<String> named, Set<String> members) {
        Map<String, BuilderUse> uses = new HashMap<>();
        named.forEach(builder -> uses.put(builder, use(builder, pool.period().number(), Instant.MIN)));
        Set<String> limited = new HashSet<>(members);
        limited.removeIf(email -> !named.contains(email) && !pool.limits().custom().containsKey(email));
        return new Builders(members.size(), limited, uses);
    }

    /** What the builder used in the period and has on hold after the instant. */
    synchronized BuilderUse use(String builder, long period, Instant now) {
        long used = usage.stream().filter(part -> part.period() == period && part.work().builder().equals(builder))
                .mapToLong(part -> part.spent().micros() - part.madeGood().micros()).sum();
        long held = holds.values().stream()
                .filter(hold -> hold.isOpen() && hold.expiresAt().isAfter(now) && hold.work().builder().equals(builder))
                .mapToLong(hold -> hold.credits().micros()).sum();
        return new BuilderUse(Credits.ofMicros(used), Credits.ofMicros(held));
    }

    /** Whoever has ever been spent for. */
    synchronized Set<String> builders() {
        Set<String> all = new HashSet<>();
        usage.forEach(part -> all.add(part.work().builder()));
        holds.values().forEach(hold -> all.add(hold.work().builder()));
        return all;
    }

    private static <T> Map<String, T> only(Map<String, T> all, Iterable<String> wanted) {
        Map<String, T> found = new HashMap<>();
        for (String name : wanted) {
            if (all.containsKey(name)) {
                found.put(name, all.get(name));
            }
        }
        return found;
    }

    /** What the database refuses by its primary keys. */
    synchronized void check(Changes changes) {
        long seq = entries.size();
        for (Entry entry : changes.entries()) {
            if (entry.seq() != ++seq) {
                throw new ConflictException("entry " + entry.seq() + " does not follow " + (seq - 1), none());
            }
        }
        for (KeptAnswer answer : changes.answers()) {
            if (answers.containsKey(answer.key().key())) {
                throw new ConflictException("key kept already: " + answer.key(), none());
            }
        }
    }

    private static Throwable none() {
        return new IllegalStateException("in memory");
    }

    synchronized void write(Changes changes, Instant now) {
        memories.keep(pool, changes.decision());
        pool = changes.decision().pool();
        entries.addAll(changes.entries());
        changes.decision().holds().forEach(hold -> holds.put(hold.number(), hold));
        changes.decision().charges().forEach(this::rewrite);
        changes.decision().repayments().forEach(this::add);
        usage.addAll(changes.decision().usage());
        changes.answers().forEach(answer -> answers.put(answer.key().key(), answer));
        changes.purchases().forEach(purchase -> purchases.put(purchase.id(), purchase));
        changes.decision().notices().forEach(notice -> notices.add(new Posted(pool.id(), notice, now)));
    }

    /** A charge that is written again was loaded with what repaid it, so that is part of it from now on. */
    private void rewrite(Charge charge) {
        charges.put(charge.number(), charge);
        repayments.remove(charge.number());
    }

    private void add(Repayment repayment) {
        repayments.computeIfAbsent(repayment.charge(), _ -> new ArrayList<>()).add(repayment.from());
    }

    /** @return when each answer was kept, by its key */
    synchronized Map<String, Instant> keptAt() {
        Map<String, Instant> all = new HashMap<>();
        answers.forEach((key, answer) -> all.put(key, answer.keptAt()));
        return all;
    }

    synchronized void dropAnswer(String key) {
        answers.remove(key);
    }

    synchronized List<Hold> holds() {
        return List.copyOf(holds.values());
    }

    synchronized void dropHold(long number) {
        holds.remove(number);
    }

    synchronized Unlocked read(Instant now) {
        return new Unlocked(pool, entries.size(), new Loaded(due(now), List.of()));
    }

    private List<Hold> due(Instant now) {
        return holds.values().stream().filter(Hold::isOpen).filter(hold -> !hold.expiresAt().isAfter(now)).toList();
    }

    private ChainHash lastHash() {
        return entries.isEmpty() ? ChainHash.GENESIS : entries.getLast().hash();
    }

    private Charge withRepaid(long number) {
        Charge charge = charges.get(number);
        List<Slice> repaid = repayments.getOrDefault(number, List.of());
        return repaid.isEmpty() ? charge : charge.withRepaid(new Slices(repaid));
    }

    synchronized Hold hold(long number) {
        return holds.get(number);
    }

    synchronized Charge charge(long number) {
        return charges.containsKey(number) ? withRepaid(number) : null;
    }

    synchronized List<Charge> chargesBefore(long number) {
        return charges.headMap(number, false).descendingMap().keySet().stream().map(this::withRepaid).toList();
    }

    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    synchronized List<Usage> usage() {
        return List.copyOf(usage);
    }

    synchronized CreditPool written() {
        return pool;
    }

    synchronized List<Posted> notices() {
        return List.copyOf(notices);
    }

    synchronized List<Purchase> purchases() {
        return List.copyOf(purchases.values());
    }

    synchronized InMemoryPoolStore.Everything everything() {
        return new InMemoryPoolStore.Everything(pool, List.copyOf(entries), lastHash(),
                holds.values().stream().filter(Hold::isOpen).toList(),
                charges.keySet().stream().map(this::withRepaid).toList(), List.copyOf(usage),
                List.copyOf(purchases.values()), memories.all(entries));
    }
}
