package scrip.persistence.pool;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import scrip.application.pool.PoolStore.Unlocked;
import scrip.domain.pool.Hold;
import scrip.domain.pool.Loaded;
import scrip.domain.pool.PoolId;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;

/**
 * Gathers a pool with the holds that are due from rows of {@link #query}. One statement sees one instant: a pool and holds
 * of another moment would not fit together.
 */
public final class UnlockedRead implements RoundTrip.EachRow {

    private final List<PoolRow> pools = new ArrayList<>();
    private final List<Hold> due = new ArrayList<>();

    public static Sql query(PoolId id, Instant now) {
        return Sql.of("SELECT h.number, " + PoolRow.COLUMNS + ", " + HoldRow.COLUMNS
                + "\nFROM pool p LEFT JOIN hold h ON h.pool = p.id AND " + HoldRow.DUE + " WHERE p.id = ?",
                Micros.of(now), id.value());
    }

    @Override
    public void row(Cells cells) throws SQLException {
        boolean isWithHold = cells.numberOrNull() != null;
        pools.add(PoolRow.of(cells));
        if (isWithHold) {
            due.add(HoldRow.of(cells).hold());
        }
    }

    /** @return what was found */
    public Optional<Unlocked> found() {
        return pools.stream().findFirst()
                .map(row -> new Unlocked(row.pool(), row.seq(), new Loaded(List.copyOf(due), List.of())));
    }
}
