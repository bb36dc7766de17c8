package scrip.payment.sandbox;

import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** Saved cards: pages that save one, and payments with one while its owner is away. */
final class SandboxCards {

    /** The last digits of Stripe's own test cards: one that works, one that is declined once it is saved. */
    private static final String GOOD = "4242";
    private static final String BAD = "0341";

    private final SandboxStore store;
    private final SandboxCheckouts checkouts;
    private final SandboxEvents events;
    private final InstantSource clock;
    private final BooleanSupplier declining;

    /** @param declining whether every saved card is declined for now */
    SandboxCards(SandboxStore store, SandboxCheckouts checkouts, SandboxEvents events, InstantSource clock,
            BooleanSupplier declining) {
        this.store = store;
        this.checkouts = checkouts;
        this.events = events;
        this.clock = clock;
        this.declining = declining;
    }

    /** Opens a page, to save a card on or to pay on, as the request's mode has it. */
    Answer open(Params params, Supplier<String> pages) {
        if (params.text("mode").filter("setup"::equals).isEmpty()) {
            return checkouts.create(params);
        }
        Optional<Answer> refusal = new CheckoutChecks(params, now(), store).refusedSetup();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String id = SandboxIds.next(Kind.SESSION);
        JsonObject session = StripeObjects.object(Kind.SESSION, id, now()).put("mode", "setup")
                .put("customer", params.text("customer").orElse(null)).putNull("amount_total", "currency")
                .put("metadata", Fields.of(params.map("metadata"))).putNull("payment_intent", "setup_intent")
                .put("payment_status", "no_payment_required").put("status", "open")
                .put("expires_at", params.number("expires_at").orElse(now() + CheckoutChecks.LATEST_END.toSeconds()))
                .put("success_url", params.text("success_url").orElseThrow())
                .put("cancel_url", params.text("cancel_url").orElse(null)).put("url", pages.get() + id).json();
        store.save(Kind.SESSION, id, session);
        return Answer.ok(session);
    }

    static boolean isSetup(JsonObject session) {
        return Fields.text(session, "mode").filter("setup"::equals).isPresent();
    }

    /** The buyer saves a card; a page that is not open stays as it is. */
    void save(String id, boolean good) {
        checkouts.current(id).filter(SandboxCheckouts::isOpen).filter(SandboxCards::isSetup).ifPresent(session -> {
            String method = SandboxIds.next(Kind.METHOD);
            store.save(Kind.METHOD, method, StripeObjects.object(Kind.METHOD, method, now()).put("type", "card")
                    .put("customer", session.get("customer"))
                    .put("card", new Fields().put("brand", "visa").put("last4", good ? GOOD : BAD).json()).json());
            String setup = SandboxIds.next(Kind.SETUP);
            store.save(Kind.SETUP, setup, StripeObjects.object(Kind.SETUP, setup, now()).put("status", "succeeded")
                    .put("customer", session.get("customer")).put("payment_method", method)
                    .put("usage", "off_session").json());
            session.addProperty("setup_intent", setup);
            session.addProperty("status", "complete");
            session.add("url", JsonNull.INSTANCE);
            store.save(Kind.SESSION, id, session);
            events.tell("checkout.session.completed", session);
        });
    }

    /** Charges a saved card off-session and at once. */
    Answer charge(Params params) {
        OptionalLong amount = params.number("amount");
        String currency = params.text("currency").orElse("");
        Optional<JsonObject> method = params.text("payment_method").flatMap(id -> store.find(Kind.METHOD, id));
        if (params.text("confirm").filter("true"::equals).isEmpty()
                || params.text("off_session").filter("true"::equals).isEmpty()) {
            return Answer.invalid(null, "The sandbox knows no other payments than confirmed ones off-session.",
                    "off_session");
        }
        if (amount.isEmpty() || amount.getAsLong() < CheckoutChecks.LEAST || !currency.matches("[a-z]{3}")) {
            return Answer.invalid("amount_too_small", "Amount must be at least $0.50 usd", "amount");
        }
        String customer = params.text("customer").orElse("");
        if (method.isEmpty() || !Fields.text(method.get(), "customer").orElse("").equals(customer)) {
            return Answer.invalid("resource_missing", "No such PaymentMethod of this customer", "payment_method");
        }
        return charge(params, method.get(), currency);
    }

    private Answer charge(Params params, JsonObject method, String currency) {
        JsonObject due = new Fields().put("amount_total", params.number("amount").orElseThrow())
                .put("currency", currency).put("customer", method.get("customer")).putNull("customer_email")
                .put("payment_method_types", Fields.list(new JsonPrimitive("card")))
                .put("payment_intent_data", Fields.of(params.map("metadata"))).json();
        JsonObject payment = checkouts.payment(due);
        payment.add("payment_method", method.get("id"));
        boolean bad = Fields.text(method.getAsJsonObject("card"), "last4").filter(BAD::equals).isPresent();
        if (bad || declining.getAsBoolean()) {
            checkouts.failed(payment);
            events.tell("payment_intent.payment_failed", payment);
            return Answer.declined();
        }
        checkouts.succeeded(payment);
        events.tell("payment_intent.succeeded", payment);
        return Answer.ok(payment);
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
