package scrip.application.pool;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import scrip.application.notice.Posted;
import scrip.application.workspace.Member;
import scrip.domain.audit.StoredPool;
import scrip.domain.ledger.ChainHash;
import scrip.domain.ledger.Entry;
import scrip.domain.pool.BuilderUse;
import scrip.domain.pool.Charge;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Hindsight;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Usage;
import scrip.domain.purchase.Purchase;

/** Keeps pools in memory, with the same exclusion between turns and the same all-or-nothing as the database. */
public final class InMemoryPoolStore implements PoolStore {

    private final Map<PoolId, InMemoryPool> pools = new ConcurrentHashMap<>();
    private volatile Function<PoolId, List<Member>> members = _ -> List.of();

    /** Says where members are kept, of whom limits have to know. */
    public void memberIn(Function<PoolId, List<Member>> workspaces) {
        members = workspaces;
    }

    /** Those who build as members. */
    private Set<String> building(PoolId pool) {
        return members.apply(pool).stream().filter(Member::builds).map(Member::email).collect(Collectors.toSet());
    }

    /** Adds a pool as creating its workspace does. */
    public void create(CreditPool pool) {
        pools.put(pool.id(), new InMemoryPool(pool));
    }

    @Override
    public void transact(Map<PoolId, Wanted> wanted, InstantSource clock, Function<Locked, Changes> decide) {
        Map<PoolId, InMemoryPool> known = inOrder(wanted);
        List<InMemoryPool> locked = new ArrayList<>();
        try {
            known.values().forEach(pool -> {
                pool.row.lock();
                locked.add(pool);
            });
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Map<InMemoryPool, Changes> changes = new LinkedHashMap<>();
            known.forEach((id, pool) -> changes.put(pool, decide.apply(pool.load(wanted.get(id), now, building(id)))));
            changes.forEach(InMemoryPool::check);
            changes.forEach((pool, written) -> pool.write(written, now));
        } finally {
            locked.forEach(pool -> pool.row.unlock());
        }
    }

    private Map<PoolId, InMemoryPool> inOrder(Map<PoolId, Wanted> wanted) {
        Map<PoolId, InMemoryPool> known = new TreeMap<>();
        wanted.keySet().stream().filter(pools::containsKey).forEach(id -> known.put(id, pools.get(id)));
        return known;
    }

    @Override
    public Optional<Unlocked> read(PoolId id, Instant now) {
        return pool(id).map(pool -> pool.read(now));
    }

    @Override
    public Optional<Hold> hold(PoolId id, long number) {
        return pool(id).map(pool -> pool.hold(number));
    }

    private Optional<InMemoryPool> pool(PoolId id) {
        return Optional.ofNullable(pools.get(id));
    }

    /** @return what is known of the pool at an instant of its past */
    public Optional<Hindsight> hindsight(PoolId id, Instant instant) {
        return pool(id).flatMap(pool -> pool.hindsight(instant));
    }

    /** @return everything written to the pool's ledger, in order */
    public List<Entry> entries(PoolId id) {
        return pool(id).map(InMemoryPool::entries).orElse(List.of());
    }

    /** @return the charge with what repaid its debt */
    public Optional<Charge> charge(PoolId id, long number) {
        return pool(id).map(pool -> pool.charge(number));
    }

    /** @return charges with a lower number, newest first */
    public List<Charge> chargesBefore(PoolId id, long number) {
        return pool(id).map(pool -> pool.chargesBefore(number)).orElse(List.of());
    }

    /** @return every part of the figures of use */
    public List<Usage> usage(PoolId id) {
        return pool(id).map(InMemoryPool::usage).orElse(List.of());
    }

    /** @return the pool's notices, in order */
    public List<Posted> notices(PoolId id) {
        return pool(id).map(InMemoryPool::notices).orElse(List.of());
    }

    /** @return all pools as they were last written */
    public Stream<CreditPool> pools() {
        return pools.values().stream().map(InMemoryPool::written);
    }

    /** @return what each builder used in the period and has on hold after the instant */
    public Map<String, BuilderUse> uses(PoolId id, long period, Instant now) {
        Map<String, BuilderUse> uses = new HashMap<>();
        pool(id).ifPresent(pool -> pool.builders().forEach(b -> uses.put(b, pool.use(b, period, now))));
        return uses;
    }

    /** @return the purchases of all pools */
    public Stream<Purchase> purchases() {
        return pools.values().stream().flatMap(pool -> pool.purchases().stream());
    }

    /**
     * All of a pool at one moment.
     *
     * @param open
     *            holds
     * @param charges
     *            by their numbers, with what repaid their debt
     * @param remembered
     *            the pool as it is remembered of its past
     */
    public record Everything(CreditPool pool, List<Entry> entries, ChainHash hash, List<Hold> open,
            List<Charge> charges, List<Usage> usage, List<Purchase> purchases, List<StoredPool> remembered) {}

    public Optional<Everything> everything(PoolId id) {
        return pool(id).map(InMemoryPool::everything);
    }

    /** @return the ids of all pools, in order */
    public List<PoolId> ids() {
        return pools.keySet().stream().sorted().toList();
    }

    /** Drops the oldest answers of all pools that were kept before then. */
    public int dropAnswers(Instant keptBefore, int most) {
        record Kept(InMemoryPool pool, String key, Instant at) {}
        List<Kept> old = pools.values().stream()
                .flatMap(
                        pool -> pool.keptAt().entrySet().stream().map(of -> new Kept(pool, of.getKey(), of.getValue())))
                .filter(kept -> kept.at.isBefore(keptBefore)).sorted(Comparator.comparing(Kept::at)).limit(most)
                .toList();
        old.forEach(kept -> kept.pool.dropAnswer(kept.key));
        return old.size();
    }

    /** @return the pool's holds with a higher number, in order */
    public List<Hold> holdsAfter(PoolId id, long number) {
        return pool(id).map(InMemoryPool::holds).orElse(List.of()).stream().filter(hold -> hold.number() > number)
                .sorted(Comparator.comparingLong(Hold::number)).toList();
    }

    public void dropHold(PoolId id, long number) {
        pool(id).ifPresent(pool -> pool.dropHold(number));
    }
}
