package scrip.payment.sandbox;

import java.util.Optional;

import com.google.gson.JsonObject;

/** Puts objects in the place of their ids where a request says {@code expand[]=payment_intent.latest_charge}. */
final class Expansion {

    private static final int DEEPEST = 4;

    private final SandboxStore store;

    Expansion(SandboxStore store) {
        this.store = store;
    }

    JsonObject expand(JsonObject object, Params params) {
        params.map("expand").values().forEach(path -> follow(object, path));
        return object;
    }

    private void follow(JsonObject object, String path) {
        Optional<JsonObject> at = Optional.of(object);
        for (String field : path.split("\\.", DEEPEST)) {
            at = at.flatMap(inside -> expanded(inside, field));
        }
    }

    private Optional<JsonObject> expanded(JsonObject inside, String field) {
        if (inside.get(field) instanceof JsonObject already) {
            return Optional.of(already);
        }
        Optional<JsonObject> found = Fields.text(inside, field)
                .flatMap(id -> Kind.ofId(id).flatMap(kind -> store.find(kind, id)));
        found.ifPresent(object -> inside.add(field, object));
        return found;
    }
}
