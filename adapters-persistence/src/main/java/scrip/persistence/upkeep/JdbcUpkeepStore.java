package scrip.persistence.upkeep;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import scrip.application.pool.ConflictException;
import scrip.application.pool.UnavailableException;
import scrip.application.upkeep.UpkeepStore;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;
import scrip.persistence.pool.HoldRow;
import scrip.persistence.pool.KeptAnswers;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Database;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;
import scrip.persistence.sql.Transaction;

/**
 * Drops rows by their keys, under READ COMMITTED: so only those rows are locked and none of the gaps between them, into
 * which turns go on writing.
 */
public final class JdbcUpkeepStore implements UpkeepStore {

    private static final String ENDED = HoldRow.codes(Hold.Status.SETTLED, Hold.Status.RELEASED);

    private final Database database;

    public JdbcUpkeepStore(Database database) {
        this.database = database;
    }

    @Override
    public int dropAnswers(Instant keptBefore, int most) {
        KeptAnswers old = new KeptAnswers();
        database.read(KeptAnswers.oldest(Micros.of(keptBefore), most), cells -> old.take(cells, most));
        if (old.isEmpty()) {
            return 0;
        }
        database.read(old.keys());
        return drop(old.dropKeys(), old.dropBatches());
    }

    /** Numbers rise with the time of placing: once a hold was placed too late, so were all that follow. */
    @Override
    public Progress dropHolds(PoolId pool, long after, Instant expiredBefore, int most) {
        List<Seen> seen = database.list(Sql.of("""
                SELECT number, created_at, expires_at FROM hold WHERE pool = ? AND number > ?
                ORDER BY number LIMIT ?""", pool.value(), after, most), Seen::of);
        List<Long> old = seen.stream().filter(hold -> hold.expiresAt.isBefore(expiredBefore)).map(Seen::number)
                .toList();
        int dropped = old.isEmpty() ? 0
                : drop(List.of(Sql.of(
                        "DELETE FROM hold WHERE pool = ? AND number IN " + Sql.in(old) + " AND status IN " + ENDED,
                        pool.value())), List.of());
        boolean more = seen.size() == most && seen.getLast().createdAt.isBefore(expiredBefore);
        return new Progress(dropped, seen.isEmpty() ? after : seen.getLast().number, more);
    }

    private record Seen(long number, Instant createdAt, Instant expiresAt) {

        static Seen of(Cells cells) throws java.sql.SQLException {
            return new Seen(cells.number(), cells.instant(), cells.instant());
        }
    }

    /**
     * A turn that holds the rows has the right of way: what it hinders is dropped the next time.
     *
     * @param more dropped in the same transaction, but not counted
     */
    private int drop(List<Sql> deletes, List<Sql> more) {
        List<Integer> dropped = new ArrayList<>();
        RoundTrip trip = new RoundTrip();
        deletes.forEach(delete -> trip.write(delete).read(Sql.of("SELECT ROW_COUNT()"),
                cells -> dropped.add(cells.integer())));
        try (Transaction transaction = database.begin()) {
            transaction.commit(trip.write(more));
        } catch (ConflictException e) {
            throw new UnavailableException("rows to drop are in use", e);
        }
        return dropped.stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public List<PoolId> pools(long after, int most) {
        return database.list(Sql.of("SELECT id FROM pool WHERE id > ? ORDER BY id LIMIT ?", after, most),
                cells -> new PoolId(cells.number()));
    }
}
