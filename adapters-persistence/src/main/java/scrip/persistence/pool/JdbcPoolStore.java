package scrip.persistence.pool;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import scrip.application.pool.PoolStore;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;
import scrip.persistence.sql.Transaction;

/** Pools in the database; a turn is a transaction of three round trips: lock, load, write and commit. */
public final class JdbcPoolStore implements PoolStore {

    private final Database database;

    public JdbcPoolStore(Database database) {
        this.database = database;
    }

    @Override
    public void transact(Map<PoolId, Wanted> wanted, InstantSource clock, Function<Locked, Changes> decide) {
        if (wanted.isEmpty()) {
            return;
        }
        try (Transaction transaction = database.begin()) {
            Map<PoolId, PoolRow> rows = lock(transaction, wanted.keySet());
            if (!rows.isEmpty()) {
                Map<PoolId, Wanted> known = new TreeMap<>(wanted);
                known.keySet().retainAll(rows.keySet());
                Lookup lookup = new Lookup(rows, known, Micros.floor(clock.instant()));
                transaction.run(lookup.trip());
                Writes writes = new Writes();
                for (PoolRow row : rows.values()) {
                    Locked locked = lookup.found(row);
                    writes.add(locked, decide.apply(locked));
                }
                transaction.commit(writes.trip());
            }
        }
    }

    /** In the order of the ids, so that no two transactions wait for each other. */
    private static Map<PoolId, PoolRow> lock(Transaction transaction, Collection<PoolId> ids) {
        Map<PoolId, PoolRow> rows = new TreeMap<>();
        String in = Sql.in(ids.stream().map(PoolId::value).sorted().toList());
        transaction.run(new RoundTrip().read(
                Sql.of("SELECT " + PoolRow.COLUMNS + "\nFROM pool p WHERE p.id IN " + in + " ORDER BY p.id FOR UPDATE"),
                cells -> {
                    PoolRow row = PoolRow.of(cells);
                    rows.put(row.pool().id(), row);
                }));
        return rows;
    }

    @Override
    public Optional<Unlocked> read(PoolId id, Instant now) {
        UnlockedRead read = new UnlockedRead();
        database.read(new RoundTrip().read(UnlockedRead.query(id, now), read));
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
