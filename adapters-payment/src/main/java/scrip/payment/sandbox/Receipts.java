package scrip.payment.sandbox;

import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Keeps what a receipt shows of a payment beside its charge: what was bought, and what a coupon took off. */
final class Receipts {

    private Receipts() {}

    /** @param session the checkout that is paid; a payment without a page has no lines and no discount */
    static JsonObject of(JsonObject session, SandboxStore store) {
        long total = Fields.number(session, "amount_total");
        long subtotal = session.has("amount_subtotal") ? Fields.number(session, "amount_subtotal") : total;
        JsonArray lines = session.get("line_items") instanceof JsonArray items ? items.deepCopy() : new JsonArray();
        return new Fields().put("lines", lines).put("subtotal", subtotal).put("discount", subtotal - total)
                .put("coupon", coupon(session, store).orElse("")).put("total", total).json();
    }

    private static Optional<String> coupon(JsonObject session, SandboxStore store) {
        JsonElement discounts = session.get("discounts");
        return discounts instanceof JsonArray some && !some.isEmpty()
                ? Fields.text(some.get(0).getAsJsonObject(), "coupon").flatMap(id -> store.find(Kind.COUPON, id))
                        .flatMap(coupon -> Fields.text(coupon, "name"))
                : Optional.empty();
    }
}
