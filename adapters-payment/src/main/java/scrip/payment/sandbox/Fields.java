package scrip.payment.sandbox;

import java.util.Map;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import org.jspecify.annotations.Nullable;

/** Builds a JSON object field by field, in order; null is written as null, as Stripe writes what it lacks. */
final class Fields {

    private final JsonObject json = new JsonObject();

    Fields put(String field, @Nullable String value) {
        return put(field, value == null ? JsonNull.INSTANCE : new JsonPrimitive(value));
    }

    Fields put(String field, long value) {
        return put(field, new JsonPrimitive(value));
    }

    Fields put(String field, boolean value) {
        return put(field, new JsonPrimitive(value));
    }

    Fields put(String field, JsonElement value) {
        json.add(field, value);
        return this;
    }

    Fields putNull(String... fields) {
        for (String field : fields) {
            json.add(field, JsonNull.INSTANCE);
        }
        return this;
    }

    JsonObject json() {
        return json;
    }

    static JsonObject of(Map<String, String> entries) {
        Fields fields = new Fields();
        entries.forEach(fields::put);
        return fields.json();
    }

    static JsonArray list(JsonElement... elements) {
        JsonArray list = new JsonArray();
        for (JsonElement element : elements) {
            list.add(element);
        }
        return list;
    }

    /** A text of an object, empty if it is missing or null. */
    static Optional<String> text(JsonObject object, String field) {
        return object.get(field) instanceof JsonPrimitive value ? Optional.of(value.getAsString()) : Optional.empty();
    }

    /** A number of an object, 0 if it is missing or null. */
    static long number(JsonObject object, String field) {
        return object.get(field) instanceof JsonPrimitive value ? value.getAsLong() : 0;
    }

    /** When an object was created, in seconds since the epoch. */
    static long created(JsonObject object) {
        return number(object, "created");
    }
}
