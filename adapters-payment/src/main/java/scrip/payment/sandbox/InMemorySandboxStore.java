package scrip.payment.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** Keeps the sandbox's objects for as long as it lives itself: for tests, and where there is no database. */
public final class InMemorySandboxStore implements SandboxStore {

    private final Map<String, Kept> objects = new LinkedHashMap<>();

    private record Kept(Kind kind, String id, long created, JsonObject object) {}

    @Override
    public synchronized void save(Kind kind, String id, JsonObject object) {
        objects.put(key(kind, id), new Kept(kind, id, Fields.created(object), object.deepCopy()));
    }

    @Override
    public synchronized JsonObject saveIfAbsent(Kind kind, String id, JsonObject object) {
        return objects
                .computeIfAbsent(key(kind, id),
                        absent -> new Kept(kind, id, Fields.created(object), object.deepCopy()))
                .object().deepCopy();
    }

    @Override
    public synchronized Optional<JsonObject> find(Kind kind, String id) {
        return Optional.ofNullable(objects.get(key(kind, id))).map(kept -> kept.object().deepCopy());
    }

    @Override
    public synchronized List<JsonObject> newest(Kind kind, long createdSince, @Nullable String olderThan, int limit) {
        List<Kept> kept = objects.values().stream().filter(one -> one.kind() == kind).toList().reversed();
        long upToCursor = olderThan == null
                ? 0
                : kept.stream().takeWhile(one -> !one.id().equals(olderThan)).count() + 1;
        return kept.stream().skip(upToCursor).filter(one -> one.created() >= createdSince)
                .limit(Math.min(limit, MOST)).map(one -> one.object().deepCopy()).toList();
    }

    private static String key(Kind kind, String id) {
        return kind + " " + id;
    }
}
