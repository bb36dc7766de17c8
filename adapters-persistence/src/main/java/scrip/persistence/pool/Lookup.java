package scrip.persistence.pool;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import scrip.application.pool.PoolStore.Locked;
import scrip.application.pool.PoolStore.Wanted;
import scrip.domain.pool.Hold;
import scrip.domain.pool.Loaded;
import scrip.domain.pool.PoolId;
import scrip.domain.purchase.Purchase;
import scrip.persistence.purchase.PurchaseRow;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;

/**
 * Locks pools and loads, in the same round trip, what the requests name and the holds that are due. Under READ COMMITTED
 * each statement sees what was committed when it begins, so what follows the lock sees all that was done before it.
 */
final class Lookup {

    /**
     * Due holds are looked for so much ahead: the time of the turn is taken once the locks are held. Little, because all
     * holds that end in that time are looked at, also the many that were settled long before.
     */
    private static final Duration AHEAD = Duration.ofMillis(5);

    private final SortedMap<PoolId, Wanted> wanted;
    private final Map<PoolId, Instant> asOf;
    private final Instant dueBy;
    private final SortedMap<PoolId, PoolRow> pools = new TreeMap<>();
    private final Map<PoolId, Unposted> unposted = new HashMap<>();
    private final Map<Long, Map<Long, Hold>> holds = new HashMap<>();
    private final Keys keys;
    private final Map<Long, Map<String, Purchase>> purchases = new HashMap<>();
    private final ChargesRead charges = new ChargesRead();
    private final BuildersRead builders = new BuildersRead();

    /**
     * @param wanted by pool, at least one
     * @param asOf   to when pools had been brought at least, by pool: all that was due by then has lapsed. Due holds of
     *               others are read once the lock has told it
     * @param before the time before the locks are asked for
     */
    Lookup(SortedMap<PoolId, Wanted> wanted, Map<PoolId, Instant> asOf, Instant before) {
        this.wanted = wanted;
        this.asOf = asOf;
        this.dueBy = before.plus(AHEAD);
        this.keys = new Keys(before);
        wanted.forEach((pool, names) -> keys.want(pool.value(), names.keys()));
    }

    /**
     * Keys are claimed before the pool is locked, so that others may have it meanwhile. Both are taken in the order of
     * their ids, and nobody who has the pool waits for a key: so no two transactions wait for each other. Only several
     * that wait for the same key may, once it turns out not to be kept: all but one of them try again.
     */
    RoundTrip trip() {
        RoundTrip trip = new RoundTrip();
        keys.addClaimsTo(trip);
        trip.read(Sql.of("SELECT " + PoolRow.COLUMNS + ", p.unposted\nFROM pool p WHERE p.id IN " + Sql.in(ids())
                + " ORDER BY p.id FOR UPDATE"), this::addPool);
        readDue(trip, asOf, dueBy);
        Map<Long, Collection<Long>> named = numbers(Wanted::holds);
        if (!named.isEmpty()) {
            trip.read(Sql.of("SELECT " + HoldRow.COLUMNS + "\nFROM hold h WHERE "
                    + Sql.rows("h.pool", "h.number", named)), this::addHold);
        }
        Map<Long, Collection<Long>> charged = numbers(Wanted::charges);
        if (!charged.isEmpty()) {
            trip.read(Sql.of(ChargesRead.SELECT + "FROM charge c " + ChargesRead.WITH_REPAYMENTS + "WHERE "
                    + Sql.rows("c.pool", "c.number", charged) + " ORDER BY c.pool, c.number, r.seq"), charges);
        }
        readIfAny(trip, purchases(), this::addPurchase);
        return trip;
    }

    /**
     * @return what else to load, now that the time of the turn and the pools are known: mostly nothing, unless the locks
     *         were long in coming, a request came before or a pool limits its builders
     */
    RoundTrip rest(Instant now) {
        RoundTrip trip = new RoundTrip();
        Map<PoolId, Instant> unread = new TreeMap<>();
        pools.forEach((id, row) -> {
            if (now.isAfter(dueBy) || !asOf.containsKey(id)) {
                unread.put(id, row.pool().asOf());
            }
        });
        readDue(trip, unread, now);
        keys.addAnswersTo(trip);
        pools.forEach((id, row) -> builders.addTo(trip, row.pool(), Objects.requireNonNull(wanted.get(id)),
                unposted(row)));
        return trip;
    }

    /** A range of the index for each pool, which begins where its last turn ended. */
    private void readDue(RoundTrip trip, Map<PoolId, Instant> after, Instant by) {
        long end = Micros.of(by);
        String ranges = after.entrySet().stream().filter(of -> wanted.containsKey(of.getKey()))
                .map(of -> "(h.pool = " + of.getKey().value() + " AND h.expires_at > " + Micros.of(of.getValue())
                        + " AND h.expires_at <= " + end + ")")
                .collect(Collectors.joining(" OR "));
        if (!ranges.isEmpty()) {
            trip.read(Sql.of("SELECT " + HoldRow.COLUMNS + "\nFROM hold h FORCE INDEX (hold_expiry) WHERE (" + ranges
                    + ") AND h.status = 1"), this::addHold);
        }
    }

    private static void readIfAny(RoundTrip trip, @Nullable Sql query, RoundTrip.EachRow reader) {
        if (query != null) {
            trip.read(query, reader);
        }
    }

    private List<Long> ids() {
        return wanted.keySet().stream().map(PoolId::value).toList();
    }

    private Map<Long, Collection<Long>> numbers(Function<Wanted, Collection<Long>> which) {
        Map<Long, Collection<Long>> numbers = new HashMap<>();
        wanted.forEach((pool, names) -> {
            if (!which.apply(names).isEmpty()) {
                numbers.put(pool.value(), which.apply(names));
            }
        });
        return numbers;
    }

    private @Nullable Sql purchases() {
        List<@Nullable Object> ids = new ArrayList<>();
        List<String> pools = new ArrayList<>();
        wanted.forEach((pool, names) -> {
            if (!names.purchases().isEmpty()) {
                pools.add("(b.pool = " + pool.value() + " AND b.id IN " + Sql.places(names.purchases().size()) + ")");
                ids.addAll(names.purchases());
            }
        });
        return pools.isEmpty() ? null
                : new Sql("SELECT " + PurchaseRow.COLUMNS + "\nFROM purchase b WHERE " + String.join(" OR ", pools),
                        ids);
    }

    private void addPool(Cells cells) throws SQLException {
        PoolRow row = PoolRow.of(cells);
        pools.put(row.pool().id(), row);
        unposted.put(row.pool().id(), Unposted.parse(cells.textOrNull()));
    }

    private void addHold(Cells cells) throws SQLException {
        HoldRow row = HoldRow.of(cells);
        holds.computeIfAbsent(row.pool(), _ -> new HashMap<>()).put(row.hold().number(), row.hold());
    }

    private void addPurchase(Cells cells) throws SQLException {
        Purchase purchase = PurchaseRow.of(cells).purchase();
        purchases.computeIfAbsent(purchase.pool().value(), _ -> new HashMap<>()).put(purchase.id(), purchase);
    }

    /** @return the pools that there are, locked, in the order of their ids, once the trip has been run */
    Collection<PoolRow> pools() {
        return pools.values();
    }

    /** @return what the pool's turns have not posted yet */
    Unposted unposted(PoolRow row) {
        return Objects.requireNonNull(unposted.get(row.pool().id()));
    }

    /** @return the keys of the requests, claimed or found */
    Keys keys() {
        return keys;
    }

    /** @return the pool with what was found for it */
    Locked found(PoolRow row, Instant now) {
        PoolId id = row.pool().id();
        Loaded loaded = new Loaded(List.copyOf(holds.getOrDefault(id.value(), Map.of()).values()), charges.of(id),
                builders.of(row.pool()));
        return new Locked(row.pool(), now, row.seq(), row.hash(), loaded,
                keys.answers(id.value()), purchases.getOrDefault(id.value(), Map.of()));
    }
}
