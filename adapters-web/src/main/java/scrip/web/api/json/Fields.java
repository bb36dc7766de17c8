package scrip.web.api.json;

import java.util.ArrayList;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import scrip.web.api.problem.Problem;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a JSON object as they are being read. Everything that is wrong is gathered and told at once; a value of
 * another JSON type ends the reading there and then. Unknown fields are passed over, and null counts as missing.
 */
public final class Fields {

    private final JsonNode node;
    private final Place place;

    private Fields(JsonNode node, Place place) {
        if (!node.isObject()) {
            throw place.wrongType("a JSON object");
        }
        this.node = node;
        this.place = place;
    }

    /**
     * Reads a body.
     *
     * @throws scrip.web.api.problem.ProblemException
     *             {@code malformed_request} for wrong JSON types, {@code invalid_field} with all that is wrong besides
     */
    public static <T> T read(JsonNode body, Reading<T> reading) {
        Fields fields = new Fields(body, new Place("", new ArrayList<>()));
        T value = reading.of(fields);
        fields.check();
        if (value == null) {
            throw new IllegalStateException("a body was refused without a reason");
        }
        return value;
    }

    /** @return a kind for objects within the body */
    static <T> Kind<T> object(Reading<T> reading) {
        return (node, at) -> reading.of(new Fields(node, at));
    }

    public <T> Field<T> required(String name, Kind<T> kind) {
        if (!has(name)) {
            reject(name, "is missing");
        }
        return optional(name, kind);
    }

    public <T> Field<T> optional(String name, Kind<T> kind) {
        return new Field<>(has(name) ? kind.read(node.path(name), place.at(name)) : null);
    }

    /** @return whether the field is given, and not null */
    public boolean has(String name) {
        JsonNode value = node.path(name);
        return !value.isMissingNode() && !value.isNull();
    }

    /** Notes that a field does not fit the others. */
    public void reject(String name, String message) {
        place.at(name).invalid(message);
    }

    /** @return what the supplier makes, if nothing was refused so far; else null */
    public <T> @Nullable T valid(Supplier<T> value) {
        return place.errors().isEmpty() ? value.get() : null;
    }

    private void check() {
        if (!place.errors().isEmpty()) {
            throw Problem.invalid(place.errors()).asException();
        }
    }
}
