package scrip.payment.sandbox;

import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

import com.google.gson.JsonObject;

/** Coupons and customers: objects that are only made and kept. */
final class SandboxRecords {

    private final SandboxStore store;
    private final InstantSource clock;

    SandboxRecords(SandboxStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    Answer createCoupon(Params params) {
        OptionalLong off = params.number("amount_off");
        if (off.isEmpty() || off.getAsLong() < 1) {
            return Answer.invalid("parameter_invalid_integer", "Invalid positive integer", "amount_off");
        }
        if (params.text("currency").isEmpty()) {
            return Answer.invalid("parameter_missing", "Missing required param: currency.", "currency");
        }
        String id = SandboxIds.next(Kind.COUPON);
        JsonObject coupon = StripeObjects.object(Kind.COUPON, id, now()).put("amount_off", off.getAsLong())
                .put("currency", params.text("currency").orElseThrow())
                .put("duration", params.text("duration").orElse("once")).putNull("duration_in_months")
                .put("max_redemptions", params.number("max_redemptions").orElse(1))
                .put("metadata", Fields.of(params.map("metadata"))).put("name", params.text("name").orElse(null))
                .putNull("percent_off", "redeem_by").put("times_redeemed", 0).put("valid", true).json();
        store.save(Kind.COUPON, id, coupon);
        return Answer.ok(coupon);
    }

    Answer createCustomer(Params params) {
        Optional<String> email = params.text("email");
        if (email.isPresent() && !CheckoutChecks.isEmail(email.get())) {
            return Answer.invalid("email_invalid", "Invalid email address: " + email.get(), "email");
        }
        String id = SandboxIds.next(Kind.CUSTOMER);
        JsonObject customer = StripeObjects.object(Kind.CUSTOMER, id, now()).put("balance", 0)
                .put("email", params.text("email").orElse(null)).put("name", params.text("name").orElse(null))
                .put("metadata", Fields.of(params.map("metadata"))).put("delinquent", false).json();
        store.save(Kind.CUSTOMER, id, customer);
        return Answer.ok(customer);
    }

    /** Any object by its id, if it is of that kind. */
    Answer find(Kind kind, String id) {
        return store.find(kind, id).map(Answer::ok).orElseGet(() -> Answer.missing(kind, id, "id"));
    }

    private long now() {
        return clock.instant().getEpochSecond();
    }
}
