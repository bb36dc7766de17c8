package scrip.persistence.pool;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
            Lookup lookup = new Lookup(new TreeMap<>(wanted), Micros.floor(clock.instant()));
            transaction.run(lookup.trip());
            if (lookup.pools().isEmpty()) {
                return;
            }
            Instant now = Micros.floor(clock.instant());
            transaction.run(lookup.rest(now));
            Writes writes = new Writes();
            for (PoolRow row : lookup.pools()) {
                Locked locked = lookup.found(row, now);
                writes.add(locked, decide.apply(locked));
            }
            transaction.commit(writes.trip());
        }
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
