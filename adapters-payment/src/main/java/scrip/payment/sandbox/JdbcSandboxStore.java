package scrip.payment.sandbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the sandbox's objects in the table {@code sandbox_object}. */
public final class JdbcSandboxStore implements SandboxStore {

    private final JdbcClient jdbc;

    public JdbcSandboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void save(Kind kind, String id, JsonObject object) {
        int changed = jdbc.sql("UPDATE sandbox_object SET body = :body WHERE kind = :kind AND id = :id")
                .param("body", object.toString()).param("kind", kind.stripeName()).param("id", id).update();
        // A driver that counts only rows that differ gives 0 for the same body again.
        if (changed == 0) {
            saveIfAbsent(kind, id, object);
        }
    }

    @Override
    public JsonObject saveIfAbsent(Kind kind, String id, JsonObject object) {
        Optional<JsonObject> present = find(kind, id);
        if (present.isPresent()) {
            return present.get();
        }
        try {
            jdbc.sql("INSERT INTO sandbox_object (kind, id, created, body) VALUES (:kind, :id, :created, :body)")
                    .param("kind", kind.stripeName()).param("id", id).param("created", Fields.created(object))
                    .param("body", object.toString()).update();
            return object;
        } catch (DuplicateKeyException anotherNodeWasFaster) {
            return find(kind, id).orElse(object);
        }
    }

    @Override
    public Optional<JsonObject> find(Kind kind, String id) {
        return jdbc.sql("SELECT body FROM sandbox_object WHERE kind = :kind AND id = :id")
                .param("kind", kind.stripeName()).param("id", id).query(JdbcSandboxStore::row).optional();
    }

    @Override
    public List<JsonObject> newest(Kind kind, long createdSince, @Nullable String olderThan, int limit) {
        return jdbc.sql("""
                SELECT body FROM sandbox_object
                 WHERE kind = :kind AND created >= :since AND seq < :before
                 ORDER BY seq DESC LIMIT :limit
                """).param("kind", kind.stripeName()).param("since", createdSince)
                .param("before", olderThan == null ? Long.MAX_VALUE : seq(kind, olderThan))
                .param("limit", Math.min(limit, MOST)).query(JdbcSandboxStore::row).list();
    }

    private long seq(Kind kind, String id) {
        return jdbc.sql("SELECT seq FROM sandbox_object WHERE kind = :kind AND id = :id")
                .param("kind", kind.stripeName()).param("id", id).query(Long.class).optional().orElse(0L);
    }

    private static JsonObject row(ResultSet row, int number) throws SQLException {
        return JsonParser.parseString(row.getString("body")).getAsJsonObject();
    }
}
