package scrip.persistence.pool;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import scrip.persistence.sql.Cells;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;

/** Answers of whole turns that are old enough to be dropped. */
public final class KeptAnswers {

    private final Map<Long, List<KeyId>> keys = new HashMap<>();
    private final Map<Long, List<KeyId>> batches = new HashMap<>();
    private int count;
    private boolean full;

    /** Which turns there are, the oldest first. */
    public static Sql oldest(long keptBefore, int most) {
        return Sql.of("SELECT pool, batch, answers FROM kept_answers WHERE kept_at < ? ORDER BY kept_at LIMIT ?",
                keptBefore, most);
    }

    /**
     * Takes a row of {@link #oldest}.
     *
     * @param most answers beyond which no further turn is taken
     */
    public void take(Cells cells, int most) throws SQLException {
        long pool = cells.number();
        KeyId batch = KeyId.of(cells.bytes());
        int answers = cells.integer();
        // What follows one that did not fit is younger: it waits for the next time, too.
        full |= count > 0 && count + answers > most;
        if (!full) {
            batches.computeIfAbsent(pool, _ -> new ArrayList<>()).add(batch);
            count += answers;
        }
    }

    public boolean isEmpty() {
        return batches.isEmpty();
    }

    /** @return what finds the keys of the turns taken */
    public RoundTrip keys() {
        RoundTrip trip = new RoundTrip();
        batches.forEach((pool, ids) -> trip.read(
                Sql.of("SELECT content FROM kept_answers WHERE pool = ? AND batch IN " + KeyId.in(ids), pool),
                cells -> AnswersBlob.parse(cells.bytes())
                        .forEach(entry -> keys.computeIfAbsent(pool, _ -> new ArrayList<>()).add(entry.id()))));
        return trip;
    }

    /** @return what drops the keys, a statement for each pool */
    public List<Sql> dropKeys() {
        return drop("request_key", "id", keys);
    }

    /** @return what drops the answers, a statement for each pool */
    public List<Sql> dropBatches() {
        return drop("kept_answers", "batch", batches);
    }

    private static List<Sql> drop(String table, String column, Map<Long, List<KeyId>> ids) {
        return ids.entrySet().stream().map(of -> Sql.of(
                "DELETE FROM " + table + " WHERE pool = ? AND " + column + " IN " + KeyId.in(of.getValue()),
                of.getKey())).toList();
    }
}
