package scrip.payment.sandbox;

import java.util.List;
import java.util.Optional;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** Keeps the sandbox's objects, which therefore survive a restart as Stripe's would. */
public interface SandboxStore {

    /** The most objects that {@link #newest} gives at once. */
    int MOST = 200;

    /** Keeps an object as it is now; its place in the order of creation stays that of its first save. */
    void save(Kind kind, String id, JsonObject object);

    /** Keeps an object unless there is one with that id already, and gives the one that is kept. */
    JsonObject saveIfAbsent(Kind kind, String id, JsonObject object);

    /** Gives a copy of an object. */
    Optional<JsonObject> find(Kind kind, String id);

    /**
     * Gives objects of a kind, the newest first.
     *
     * @param createdSince
     *            their least {@code created}, in seconds since the epoch
     * @param olderThan
     *            the id of an object that they must be older than, null for none
     * @param limit
     *            how many at most, up to {@link #MOST}
     */
    List<JsonObject> newest(Kind kind, long createdSince, @Nullable String olderThan, int limit);
}
