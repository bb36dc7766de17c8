package scrip.persistence.pool;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import scrip.application.pool.KeptAnswer;
import scrip.application.pool.RequestKey;
import scrip.persistence.sql.Cells;
import scrip.persistence.sql.RoundTrip;
import scrip.persistence.sql.Sql;

/** Looks keys up, and the answers of those that were used before: mostly none, and then nothing more is read. */
final class AnswersRead {

    private final Map<Long, Map<KeyId, String>> wanted = new HashMap<>();
    private final Map<Long, Set<KeyId>> batches = new HashMap<>();
    private final Map<Long, Map<String, KeptAnswer>> found = new HashMap<>();

    void want(long pool, Collection<String> keys) {
        if (!keys.isEmpty()) {
            wanted.put(pool, keys.stream().collect(Collectors.toMap(KeyId::of, key -> key)));
        }
    }

    /** Adds to the trip which of the keys there are. */
    void addKeysTo(RoundTrip trip) {
        if (!wanted.isEmpty()) {
            String where = wanted.entrySet().stream()
                    .map(of -> "(pool = " + of.getKey() + " AND id IN " + KeyId.in(of.getValue().keySet()) + ")")
                    .collect(Collectors.joining(" OR "));
            trip.read(Sql.of("SELECT pool, batch FROM request_key WHERE " + where), this::addKey);
        }
    }

    private void addKey(Cells cells) throws SQLException {
        batches.computeIfAbsent(cells.number(), _ -> new HashSet<>()).add(KeyId.of(cells.bytes()));
    }

    /** Adds to the trip the answers of the keys that there are. */
    void addAnswersTo(RoundTrip trip) {
        if (!batches.isEmpty()) {
            String where = batches.entrySet().stream()
                    .map(of -> "(pool = " + of.getKey() + " AND batch IN " + KeyId.in(of.getValue()) + ")")
                    .collect(Collectors.joining(" OR "));
            trip.read(Sql.of("SELECT pool, kept_at, content FROM kept_answers WHERE " + where), this::addAnswers);
        }
    }

    private void addAnswers(Cells cells) throws SQLException {
        long pool = cells.number();
        Instant keptAt = cells.instant();
        Map<KeyId, String> keys = wanted.getOrDefault(pool, Map.of());
        for (AnswersBlob.Entry entry : AnswersBlob.parse(cells.bytes())) {
            String key = keys.get(entry.id());
            if (key != null) {
                found.computeIfAbsent(pool, _ -> new HashMap<>()).put(key,
                        new KeptAnswer(new RequestKey(key, entry.fingerprint()), entry.answer(), keptAt));
            }
        }
    }

    /** @return the answers kept under the keys wanted of the pool, by key */
    Map<String, KeptAnswer> of(long pool) {
        return found.getOrDefault(pool, Map.of());
    }
}
