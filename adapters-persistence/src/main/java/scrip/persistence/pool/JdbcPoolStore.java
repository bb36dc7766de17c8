package scrip.persistence.pool;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import scrip.application.pool.PoolStore;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.Sql;
import scrip.persistence.sql.Transaction;

/** Pools in the database; a turn is a transaction of two round trips: lock and load, write and commit. */
public final class JdbcPoolStore implements PoolStore {

    /** Pools whose end of the last turn is remembered, at most: beyond that they are looked at afresh. */
    private static final int MOST_REMEMBERED = 100_000;
    /** What another node may have done since then is looked at once more, so it must not be much. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    /** Sums of a pool that wait to be posted: beyond some dozen, reading and writing them costs what rows do. */
    private static final int MOST_UNPOSTED = 48;

    private final Database database;
    private final int mostUnposted;
    private final Map<PoolId, Instant> asOf = new ConcurrentHashMap<>();

    public JdbcPoolStore(Database database) {
        this(database, MOST_UNPOSTED);
    }

    /** @param mostUnposted sums of a pool that may wait to be posted to the tables of totals; 0: all are posted at once */
    public JdbcPoolStore(Database database, int mostUnposted) {
        this.database = database;
        this.mostUnposted = mostUnposted;
    }

    @Override
    public void transact(Map<PoolId, Wanted> wanted, InstantSource clock, Function<Locked, Changes> decide) {
        if (wanted.isEmpty()) {
            return;
        }
        try (Transaction transaction = database.begin()) {
            Instant before = Micros.floor(clock.instant());
            Lookup lookup = new Lookup(new TreeMap<>(wanted), remembered(wanted.keySet(), before), before);
            transaction.run(lookup.trip());
            if (lookup.pools().isEmpty()) {
                return;
            }
            Instant now = Micros.floor(clock.instant());
            transaction.run(lookup.rest(now));
            Writes writes = new Writes(lookup.keys(), mostUnposted);
            for (PoolRow row : lookup.pools()) {
                Locked locked = lookup.found(row, now);
                writes.add(locked, decide.apply(locked), lookup.unposted(row));
            }
            transaction.commit(writes.trip());
            remember(lookup.pools());
        }
    }

    /** A pool is never brought back in time, so what was once read of it stays a lower bound. */
    private Map<PoolId, Instant> remembered(Set<PoolId> pools, Instant before) {
        Map<PoolId, Instant> known = new HashMap<>();
        for (PoolId pool : pools) {
            Instant last = asOf.get(pool);
            if (last != null && last.isAfter(before.minus(FRESH))) {
                known.put(pool, last);
            }
        }
        return known;
    }

    private void remember(Collection<PoolRow> locked) {
        if (asOf.size() > MOST_REMEMBERED) {
            asOf.clear();
        }
        locked.forEach(row -> asOf.put(row.pool().id(), row.pool().asOf()));
    }

    @Override
    public Optional<Unlocked> read(PoolId id, Instant now) {
        UnlockedRead read = new UnlockedRead();
        database.read(UnlockedRead.query(id, now), read);
        return read.found();
    }

    @Override
    public Optional<Hold> hold(PoolId id, long number) {
        return database.first(
                Sql.of("SELECT " + HoldRow.COLUMNS + "\nFROM hold h WHERE h.pool = ? AND h.number = ?", id.value(),
                        number),
                cells -> HoldRow.of(cells).hold());
    }
}
