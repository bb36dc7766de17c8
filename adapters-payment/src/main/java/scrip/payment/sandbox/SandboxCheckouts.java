package scrip.payment.sandbox;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;

/** The life of checkout sessions: opened, paid, completed unpaid and settled later, or expired. */
final class SandboxCheckouts {

    private static final int SWEPT = 100;

    private final SandboxStore store;
    private final SandboxEvents events;
    private final InstantSource clock;
    private final Supplier<String> publicUrl;

    SandboxCheckouts(SandboxStore store, SandboxEvents events, InstantSource clock, Supplier<String> publicUrl) {
        this.store = store;
        this.events = events;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    Answer create(Params params) {
        CheckoutChecks checks = new CheckoutChecks(params, now(), store);
        Optional<Answer> refusal = checks.refusal();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String id = SandboxIds.next(Kind.SESSION);
        JsonObject session = StripeObjects.session(id, now(),
                checks.accepted(publicUrl.get() + Sandbox.PATH + "/pay/"));
        store.save(Kind.SESSION, id, session);
        return Answer.ok(shown(session));
    }

    Answer find(String id) {
        return current(id).map(session -> Answer.ok(shown(session)))
                .orElseGet(() -> Answer.missing(Kind.SESSION, id, "id"));
    }

    Answer expire(String id) {
        Optional<JsonObject> found = current(id);
        if (found.isEmpty()) {
            return Answer.missing(Kind.SESSION, id, "session");
        }
        if (!isOpen(found.get())) {
            return Answer.invalid(null,
                    "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a"
                            + " status of \"" + Fields.text(found.get(), "status").orElse("") + "\".",
                    null);
        }
        return Answer.ok(shown(expired(found.get())));
    }

    /** A session as it stands now, with its line items; one whose time is over has expired by this look at it. */
    Optional<JsonObject> current(String id) {
        return store.find(Kind.SESSION, id)
                .map(session -> isOpen(session) && Fields.number(session, "expires_at") <= now()
                        ? expired(session)
                        : session);
    }

    /** Expires every recent session whose time is over. */
    void sweep() {
        store.newest(Kind.SESSION, 0, null, SWEPT).stream().filter(SandboxCheckouts::isOpen)
                .filter(session -> Fields.number(session, "expires_at") <= now()).forEach(this::expired);
    }

    /** The buyer pays: the money is there at once. A session that is not open stays as it is. */
    void pay(String id) {
        current(id).filter(SandboxCheckouts::isOpen).ifPresent(session -> {
            if (Fields.number(session, "amount_total") > 0) {
                session.addProperty("payment_intent", succeeded(payment(session)));
                session.addProperty("payment_status", "paid");
            }
            events.tell("checkout.session.completed", completed(session));
        });
    }

    /** The buyer completes the page with a means of payment whose money comes later, or never. */
    void completeUnpaid(String id) {
        current(id).filter(SandboxCheckouts::isOpen).ifPresent(session -> {
            session.addProperty("payment_intent", Fields.text(payment(session), "id").orElseThrow());
            events.tell("checkout.session.completed", completed(session));
        });
    }

    /** The money of an unpaid completion comes, or fails to. */
    void settle(String id, boolean comes) {
        current(id).filter(SandboxCheckouts::isWaiting).ifPresent(session -> {
            JsonObject payment = Fields.text(session, "payment_intent").flatMap(pi -> store.find(Kind.PAYMENT, pi))
                    .orElseThrow();
            if (comes) {
                succeeded(payment);
                session.addProperty("payment_status", "paid");
            } else {
                failed(payment);
            }
            session.addProperty("settled", true);
            store.save(Kind.SESSION, id, session);
            events.tell(comes ? "checkout.session.async_payment_succeeded" : "checkout.session.async_payment_failed",
                    shown(session));
        });
    }

    static boolean isOpen(JsonObject session) {
        return Fields.text(session, "status").filter("open"::equals).isPresent();
    }

    /** Whether the page was completed and the money is still on its way. */
    static boolean isWaiting(JsonObject session) {
        return Fields.text(session, "status").filter("complete"::equals).isPresent() && !session.has("settled")
                && Fields.text(session, "payment_status").filter("unpaid"::equals).isPresent();
    }

    private JsonObject completed(JsonObject session) {
        session.addProperty("status", "complete");
        session.add("url", JsonNull.INSTANCE);
        session.add("customer_details",
                new Fields().put("email", session.get("customer_email")).putNull("name", "phone", "address").json());
        store.save(Kind.SESSION, Fields.text(session, "id").orElseThrow(), session);
        return shown(session);
    }

    private JsonObject expired(JsonObject session) {
        session.addProperty("status", "expired");
        session.add("url", JsonNull.INSTANCE);
        store.save(Kind.SESSION, Fields.text(session, "id").orElseThrow(), session);
        events.tell("checkout.session.expired", shown(session));
        return session;
    }

    /** A payment of what a session says is due, with its charge, neither decided yet. */
    JsonObject payment(JsonObject session) {
        String id = SandboxIds.next(Kind.PAYMENT);
        JsonObject payment = StripeObjects.payment(id, now(), session, session.getAsJsonObject("payment_intent_data"));
        String chargeId = SandboxIds.next(Kind.CHARGE);
        JsonObject charge = StripeObjects.charge(chargeId, payment,
                publicUrl.get() + Sandbox.PATH + "/receipts/" + chargeId);
        payment.addProperty("latest_charge", chargeId);
        store.save(Kind.CHARGE, chargeId, charge);
        store.save(Kind.PAYMENT, id, payment);
        store.save(Kind.RECEIPT, chargeId, Receipts.of(session, store));
        return payment;
    }

    /** @return the payment's id */
    String succeeded(JsonObject payment) {
        long amount = Fields.number(payment, "amount");
        JsonObject charge = chargeOf(payment);
        charge.addProperty("status", "succeeded");
        charge.addProperty("paid", true);
        charge.addProperty("captured", true);
        charge.addProperty("amount_captured", amount);
        payment.addProperty("status", "succeeded");
        payment.addProperty("amount_received", amount);
        return saved(payment, charge, "charge.succeeded");
    }

    void failed(JsonObject payment) {
        JsonObject charge = chargeOf(payment);
        charge.addProperty("status", "failed");
        charge.addProperty("failure_code", "insufficient_funds");
        payment.addProperty("status", "requires_payment_method");
        saved(payment, charge, "charge.failed");
    }

    private JsonObject chargeOf(JsonObject payment) {
        return Fields.text(payment, "latest_charge").flatMap(id -> store.find(Kind.CHARGE, id)).orElseThrow();
    }

    private String saved(JsonObject payment, JsonObject charge, String news) {
        String id = Fields.text(payment, "id").orElseThrow();
        store.save(Kind.CHARGE, Fields.text(charge, "id").orElseThrow(), charge);
        store.save(Kind.PAYMENT, id, payment);
        events.tell(news, charge);
        return id;
    }

    /** What the API shows of a session: all but what is kept for the page. */
    private static JsonObject shown(JsonObject session) {
        JsonObject shown = session.deepCopy();
        shown.remove("line_items");
        shown.remove("payment_intent_data");
        shown.remove("settled");
        return shown;
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
