package scrip.payment.sandbox;

import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

import com.google.gson.JsonObject;

/** Money that goes back: refunds, refunds that fail, and disputes. */
final class SandboxMoney {

    private final SandboxStore store;
    private final SandboxEvents events;
    private final InstantSource clock;

    SandboxMoney(SandboxStore store, SandboxEvents events, InstantSource clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /** {@code POST /v1/refunds} with {@code payment_intent} or {@code charge}, and {@code amount} unless all is meant. */
    Answer refund(Params params) {
        Optional<JsonObject> found = chargeOf(params);
        if (found.isEmpty()) {
            return Answer.missing(Kind.PAYMENT, params.text("payment_intent").orElse(""), "payment_intent");
        }
        JsonObject charge = found.get();
        long left = Fields.number(charge, "amount_captured") - Fields.number(charge, "amount_refunded");
        OptionalLong wanted = params.text("amount").isEmpty() ? OptionalLong.of(left) : params.number("amount");
        return refusal(charge, left, wanted)
                .orElseGet(() -> Answer.ok(refunded(charge, wanted.orElseThrow(), params)));
    }

    /** A refund's money does not arrive at the buyer and comes back. */
    void failRefund(String id) {
        store.find(Kind.REFUND, id).filter(refund -> hasStatus(refund, "succeeded")).ifPresent(refund -> {
            refund.addProperty("status", "failed");
            refund.addProperty("failure_reason", "unknown");
            store.save(Kind.REFUND, id, refund);
            charge(refund).ifPresent(
                    charge -> setRefunded(charge, Fields.number(charge, "amount_refunded") - amount(refund)));
            events.tell("refund.updated", refund);
            events.tell("refund.failed", refund);
        });
    }

    /** The buyer's bank claims the whole payment back. */
    void dispute(String chargeId) {
        store.find(Kind.CHARGE, chargeId).filter(charge -> hasStatus(charge, "succeeded"))
                .filter(charge -> !charge.get("disputed").getAsBoolean()).ifPresent(charge -> {
                    charge.addProperty("disputed", true);
                    store.save(Kind.CHARGE, chargeId, charge);
                    JsonObject dispute = disputeOf(charge);
                    store.save(Kind.DISPUTE, Fields.text(dispute, "id").orElseThrow(), dispute);
                    events.tell("charge.dispute.created", dispute);
                    events.tell("charge.dispute.funds_withdrawn", dispute);
                });
    }

    /** The bank decides a dispute. */
    void decide(String disputeId, boolean won) {
        store.find(Kind.DISPUTE, disputeId).filter(dispute -> hasStatus(dispute, "needs_response"))
                .ifPresent(dispute -> {
                    dispute.addProperty("status", won ? "won" : "lost");
                    store.save(Kind.DISPUTE, disputeId, dispute);
                    events.tell("charge.dispute.closed", dispute);
                    if (won) {
                        charge(dispute).ifPresent(this::undisputed);
                        events.tell("charge.dispute.funds_reinstated", dispute);
                    }
                });
    }

    private static Optional<Answer> refusal(JsonObject charge, long left, OptionalLong wanted) {
        if (charge.get("disputed").getAsBoolean()) {
            return Optional.of(Answer.invalid("charge_disputed",
                    "Charge " + Fields.text(charge, "id").orElse("") + " has been charged back; cannot issue a refund.",
                    null));
        }
        if (left <= 0) {
            return Optional.of(Answer.invalid("charge_already_refunded",
                    "Charge " + Fields.text(charge, "id").orElse("") + " has already been refunded.", null));
        }
        if (wanted.isEmpty() || wanted.getAsLong() < 1) {
            return Optional.of(Answer.invalid("parameter_invalid_integer", "Invalid positive integer", "amount"));
        }
        return wanted.getAsLong() > left
                ? Optional.of(Answer.invalid(null, "Refund amount (" + wanted.getAsLong()
                        + ") is greater than unrefunded amount on charge (" + left + ")", "amount"))
                : Optional.empty();
    }

    private JsonObject refunded(JsonObject charge, long amount, Params params) {
        String id = SandboxIds.next(Kind.REFUND);
        JsonObject refund = StripeObjects.object(Kind.REFUND, id, now()).put("amount", amount)
                .putNull("balance_transaction").put("charge", charge.get("id"))
                .put("currency", charge.get("currency")).put("metadata", Fields.of(params.map("metadata")))
                .put("payment_intent", charge.get("payment_intent")).put("reason", params.text("reason").orElse(null))
                .putNull("receipt_number", "source_transfer_reversal").put("status", "succeeded")
                .putNull("transfer_reversal").json();
        store.save(Kind.REFUND, id, refund);
        setRefunded(charge, Fields.number(charge, "amount_refunded") + amount);
        events.tell("refund.created", refund);
        events.tell("charge.refunded", charge);
        return refund;
    }

    private void setRefunded(JsonObject charge, long refunded) {
        charge.addProperty("amount_refunded", refunded);
        charge.addProperty("refunded", refunded == Fields.number(charge, "amount_captured"));
        store.save(Kind.CHARGE, Fields.text(charge, "id").orElseThrow(), charge);
    }

    private void undisputed(JsonObject charge) {
        charge.addProperty("disputed", false);
        store.save(Kind.CHARGE, Fields.text(charge, "id").orElseThrow(), charge);
    }

    private JsonObject disputeOf(JsonObject charge) {
        long left = Fields.number(charge, "amount") - Fields.number(charge, "amount_refunded");
        return StripeObjects.object(Kind.DISPUTE, SandboxIds.next(Kind.DISPUTE), now()).put("amount", left)
                .put("charge", charge.get("id")).put("currency", charge.get("currency"))
                .put("is_charge_refundable", false).put("metadata", new JsonObject())
                .put("payment_intent", charge.get("payment_intent")).put("reason", "general")
                .put("status", "needs_response").json();
    }

    private Optional<JsonObject> chargeOf(Params params) {
        return params.text("charge")
                .or(() -> params.text("payment_intent").flatMap(id -> store.find(Kind.PAYMENT, id))
                        .flatMap(payment -> Fields.text(payment, "latest_charge")))
                .flatMap(id -> store.find(Kind.CHARGE, id));
    }

    private Optional<JsonObject> charge(JsonObject object) {
        return Fields.text(object, "charge").flatMap(id -> store.find(Kind.CHARGE, id));
    }

    private static long amount(JsonObject object) {
        return Fields.number(object, "amount");
    }

    private static boolean hasStatus(JsonObject object, String status) {
        return Fields.text(object, "status").filter(status::equals).isPresent();
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
