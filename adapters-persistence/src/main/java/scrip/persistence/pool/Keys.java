package scrip.persistence.pool;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import scrip.application.pool.KeptAnswer;
import scrip.application.pool.RequestKey;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.Insert;
import scrip.persistence.sql.Micros;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;

/**
 * The keys of the requests of one transaction. They are written before anything is decided, where they are not there yet:
 * a server takes several times as long to look for hundreds of keys as to write them. Only if some were there already,
 * which is seldom, are their answers read; and those that no answer is kept under go again with the commit.
 */
final class Keys {

    private final KeyId batch;
    private final SortedMap<Long, SortedMap<KeyId, String>> wanted = new TreeMap<>();
    private final Map<Long, Map<String, KeptAnswer>> found = new HashMap<>();
    private final Map<Long, Set<KeyId>> used = new HashMap<>();
    private int unclaimed;

    /** @param before an instant before the transaction */
    Keys(Instant before) {
        batch = KeyId.of(ByteBuffer.allocate(KeyId.LENGTH).putLong(Micros.of(before))
                .putLong(UUID.randomUUID().getLeastSignificantBits()).array());
    }

    void want(long pool, Collection<String> keys) {
        if (!keys.isEmpty()) {
            SortedMap<KeyId, String> ids = new TreeMap<>();
            keys.forEach(key -> ids.put(KeyId.of(key), key));
            wanted.put(pool, ids);
            unclaimed += keys.size();
        }
    }

    private Map<KeyId, String> ids(long pool) {
        SortedMap<KeyId, String> ids = wanted.get(pool);
        return ids == null ? Map.of() : ids;
    }

    /**
     * @return names this transaction among those that kept answers: its time, so that they lie in the order in which they are
     *         written and dropped, and a number drawn at random
     */
    KeyId batch() {
        return batch;
    }

    /**
     * Adds to the trip the keys that are not there yet. Who claims the same at the same time waits for the end of this
     * transaction; in the order of the ids, so that no two wait for each other.
     */
    void addClaimsTo(RoundTrip trip) {
        Insert claims = new Insert("INSERT IGNORE INTO request_key (pool, id, batch) VALUES");
        wanted.forEach((pool, ids) -> ids.keySet()
                .forEach(id -> claims.row().put(pool.longValue()).putHex(id.hex()).putHex(batch.hex())));
        claims.statements().forEach(claim -> trip.write(claim, claimed -> unclaimed -= claimed));
    }

    /** Adds to the trip the answers of the keys that were there; of those just claimed there are none. */
    void addAnswersTo(RoundTrip trip) {
        if (unclaimed > 0) {
            String where = wanted.entrySet().stream()
                    .map(of -> "(k.pool = " + of.getKey() + " AND k.id IN " + KeyId.in(of.getValue().keySet()) + ")")
                    .collect(Collectors.joining(" OR "));
            trip.read(Sql.of("SELECT a.pool, a.kept_at, a.content FROM (SELECT DISTINCT k.pool, k.batch"
                    + " FROM request_key k WHERE " + where
                    + ") earlier JOIN kept_answers a ON a.pool = earlier.pool AND a.batch = earlier.batch"),
                    this::addAnswers);
        }
    }

    private void addAnswers(Cells cells) throws SQLException {
        long pool = cells.number();
        Instant keptAt = cells.instant();
        Map<KeyId, String> keys = ids(pool);
        for (AnswersBlob.Entry entry : AnswersBlob.parse(cells.bytes())) {
            String key = keys.get(entry.id());
            if (key != null) {
                used.computeIfAbsent(pool, _ -> new HashSet<>()).add(entry.id());
                found.computeIfAbsent(pool, _ -> new HashMap<>()).put(key,
                        new KeptAnswer(new RequestKey(key, entry.fingerprint()), entry.answer(), keptAt));
            }
        }
    }

    /** @return the answers kept under the keys wanted of the pool, by key */
    Map<String, KeptAnswer> answers(long pool) {
        return found.getOrDefault(pool, Map.of());
    }

    /** @return whether the key was written here and was not there before */
    boolean isClaimed(long pool, KeyId id) {
        return ids(pool).containsKey(id)
                && !used.getOrDefault(pool, Set.of()).contains(id);
    }

    /** @return what was claimed and is not kept, by pool */
    Map<Long, Set<KeyId>> unkept(Map<Long, Set<KeyId>> kept) {
        Map<Long, Set<KeyId>> unkept = new HashMap<>();
        wanted.forEach((pool, ids) -> {
            Set<KeyId> rest = new HashSet<>(ids.keySet());
            rest.removeAll(kept.getOrDefault(pool, Set.of()));
            rest.removeAll(used.getOrDefault(pool, Set.of()));
            if (!rest.isEmpty()) {
                unkept.put(pool, rest);
            }
        });
        return unkept;
    }
}
