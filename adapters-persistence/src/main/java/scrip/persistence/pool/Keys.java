package scrip.persistence.pool;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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
    /** By pool and key. */
    private final SortedMap<Long, Map<String, KeyId>> wanted = new TreeMap<>();
    private final Map<Long, Map<String, KeptAnswer>> found = new HashMap<>();
    /** The same by pool and id, of pools of which answers are found. */
    private final Map<Long, Map<KeyId, String>> byId = new HashMap<>();
    private int unclaimed;

    /** @param before an instant before the transaction */
    Keys(Instant before) {
        batch = KeyId.of(ByteBuffer.allocate(KeyId.LENGTH).putLong(Micros.of(before))
                .putLong(UUID.randomUUID().getLeastSignificantBits()).array());
    }

    void want(long pool, Collection<String> keys) {
        if (!keys.isEmpty()) {
            Map<String, KeyId> ids = HashMap.newHashMap(keys.size());
            keys.forEach(key -> ids.put(key, KeyId.of(key)));
            wanted.put(pool, ids);
            unclaimed += keys.size();
        }
    }

    private Map<String, KeyId> ids(long pool) {
        return wanted.getOrDefault(pool, Map.of());
    }

    private Map<KeyId, String> byId(long pool) {
        return ids(pool).entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    /** @return the id of a key, whether it was wanted or not */
    KeyId id(long pool, String key) {
        KeyId wantedId = ids(pool).get(key);
        return wantedId == null ? KeyId.of(key) : wantedId;
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
        wanted.forEach((pool, ids) -> ids.values().stream().sorted()
                .forEach(id -> claims.row().put(pool.longValue()).putHex(id.hex()).putHex(batch.hex())));
        claims.statements().forEach(claim -> trip.write(claim, claimed -> unclaimed -= claimed));
    }

    /** Adds to the trip the answers of the keys that were there; of those just claimed there are none. */
    void addAnswersTo(RoundTrip trip) {
        if (unclaimed > 0) {
            String where = wanted.entrySet().stream()
                    .map(of -> "(k.pool = " + of.getKey() + " AND k.id IN " + KeyId.in(of.getValue().values()) + ")")
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
        Map<KeyId, String> keys = byId.computeIfAbsent(pool, this::byId);
        for (AnswersBlob.Entry entry : AnswersBlob.parse(cells.bytes())) {
            String key = keys.get(entry.id());
            if (key != null) {
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
    boolean isClaimed(long pool, String key) {
        return ids(pool).containsKey(key) && !answers(pool).containsKey(key);
    }

    /**
     * @param kept keys by pool
     * @return the ids of what was claimed and is not kept, by pool
     */
    Map<Long, List<KeyId>> unkept(Map<Long, Set<String>> kept) {
        Map<Long, List<KeyId>> unkept = new HashMap<>();
        wanted.forEach((pool, ids) -> {
            Set<String> keptKeys = kept.getOrDefault(pool, Set.of());
            List<KeyId> rest = ids.entrySet().stream().filter(of -> isClaimed(pool, of.getKey()))
                    .filter(of -> !keptKeys.contains(of.getKey())).map(Map.Entry::getValue).toList();
            if (!rest.isEmpty()) {
                unkept.put(pool, rest);
            }
        });
        return unkept;
    }
}
