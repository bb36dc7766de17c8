package scrip.payment.sandbox;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** Writes down what happens as events, hands each over for delivery, and lists them again. */
final class SandboxEvents {

    private static final int PAGE = 100;
    private static final int DEFAULT_PAGE = 10;
    private static final int LOOKED_THROUGH = 10;

    private final SandboxStore store;
    private final InstantSource clock;
    private final Consumer<JsonObject> delivery;

    SandboxEvents(SandboxStore store, InstantSource clock, Consumer<JsonObject> delivery) {
        this.store = store;
        this.clock = clock;
        this.delivery = delivery;
    }

    /** Records that something happened to an object, which the event keeps as it is now. */
    void tell(String type, JsonObject about) {
        String id = SandboxIds.next(Kind.EVENT);
        JsonObject event = StripeObjects.event(id, clock.instant().getEpochSecond(), type, about.deepCopy());
        store.save(Kind.EVENT, id, event);
        delivery.accept(event);
    }

    Answer find(String id) {
        return store.find(Kind.EVENT, id).map(Answer::ok).orElseGet(() -> Answer.missing(Kind.EVENT, id, "id"));
    }

    /** Lists events, newest first, by {@code created[gte]}, {@code types[…]}, {@code starting_after} and {@code limit}. */
    Answer list(Params params) {
        int limit = Math.clamp(params.number("limit").orElse(DEFAULT_PAGE), 1, PAGE);
        long since = params.number("created[gte]").orElse(0);
        List<String> types = List.copyOf(params.map("types").values());
        Optional<String> after = params.text("starting_after");
        if (after.isPresent() && store.find(Kind.EVENT, after.get()).isEmpty()) {
            return Answer.missing(Kind.EVENT, after.get(), "starting_after");
        }
        JsonArray found = new JsonArray();
        Optional<String> cursor = after;
        boolean more = true;
        for (int page = 0; page < LOOKED_THROUGH && more && found.size() <= limit; page++) {
            List<JsonObject> events = store.newest(Kind.EVENT, since, cursor.orElse(null), PAGE);
            events.stream().filter(event -> types.isEmpty() || types.contains(typeOf(event))).forEach(found::add);
            more = events.size() == PAGE;
            cursor = events.isEmpty() ? cursor : Fields.text(events.getLast(), "id");
        }
        return Answer.ok(page(found, limit));
    }

    static String typeOf(JsonObject event) {
        return Fields.text(event, "type").orElse("");
    }

    private static JsonObject page(JsonArray found, int limit) {
        JsonArray data = new JsonArray();
        for (int i = 0; i < Math.min(limit, found.size()); i++) {
            data.add(found.get(i));
        }
        return StripeObjects.page("/v1/events", found.size() > limit, data);
    }
}
