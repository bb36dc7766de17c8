package scrip.payment.sandbox;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** Checks a request for a checkout session as Stripe does, so that what Stripe would refuse is refused here too. */
final class CheckoutChecks {

    static final long LEAST = 50;
    private static final long MOST = 99_999_999;
    private static final Duration SOONEST_END = Duration.ofMinutes(30);
    static final Duration LATEST_END = Duration.ofHours(24);
    /** Between the caller's reading of the clock and ours a little time passes. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final Params params;
    private final long now;
    private final Function<String, Optional<JsonObject>> coupons;
    private final Function<String, Optional<JsonObject>> customers;

    CheckoutChecks(Params params, long now, SandboxStore store) {
        this.params = params;
        this.now = now;
        this.coupons = id -> store.find(Kind.COUPON, id);
        this.customers = id -> store.find(Kind.CUSTOMER, id);
    }

    /** The first thing that is wrong, if anything is. */
    Optional<Answer> refusal() {
        if (!params.text("mode").filter("payment"::equals).isPresent()) {
            return refuse(null, "The sandbox knows no other mode than payment.", "mode");
        }
        if (params.text("success_url").filter(url -> url.matches("https?://.+")).isEmpty()) {
            return refuse("url_invalid", "Not a valid URL", "success_url");
        }
        if (params.count("line_items") == 0) {
            return refuse("parameter_missing", "Missing required param: line_items.", "line_items");
        }
        return refusedLine().or(this::refusedBuyer).or(this::refusedEnd).or(this::refusedCoupon)
                .or(this::refusedAmount);
    }

    /** The first thing that is wrong with a page to save a card on, if anything is. */
    Optional<Answer> refusedSetup() {
        if (params.text("success_url").filter(url -> url.matches("https?://.+")).isEmpty()) {
            return refuse("url_invalid", "Not a valid URL", "success_url");
        }
        return params.text("customer").isEmpty()
                ? refuse("parameter_missing", "The sandbox saves cards of customers only.", "customer")
                : refusedBuyer().or(this::refusedEnd);
    }

    /** What was asked; only after {@link #refusal()} was empty. */
    CheckoutRequest accepted(String pageUrl) {
        String coupon = params.text("discounts[0][coupon]").orElse(null);
        JsonArray discounts = coupon == null
                ? new JsonArray()
                : Fields.list(new Fields().put("coupon", coupon).putNull("promotion_code").json());
        return new CheckoutRequest(currency(), lines(), subtotal(), subtotal() - discount(), discounts,
                params.text("success_url").orElseThrow(), params.text("cancel_url").orElse(null),
                params.text("client_reference_id").orElse(null), params.text("customer").orElse(null),
                params.text("customer_email").orElse(null), expiresAt(), Fields.of(params.map("metadata")),
                Fields.of(params.map("payment_intent_data[metadata]")), pageUrl);
    }

    private Optional<Answer> refusedLine() {
        for (int i = 0; i < params.count("line_items"); i++) {
            OptionalLong quantity = params.number(line(i, "quantity"));
            OptionalLong price = params.number(line(i, "price_data][unit_amount"));
            if (quantity.isEmpty() || quantity.getAsLong() < 1 || quantity.getAsLong() > MOST) {
                return refuse("parameter_invalid_integer", "Invalid integer", line(i, "quantity"));
            }
            if (price.isEmpty() || price.getAsLong() < 0 || price.getAsLong() > MOST) {
                return refuse("parameter_invalid_integer", "Invalid integer", line(i, "price_data][unit_amount"));
            }
            if (!params.text(line(i, "price_data][currency")).orElse("").matches("[a-z]{3}")) {
                return refuse(null, "Invalid currency", line(i, "price_data][currency"));
            }
        }
        return Optional.empty();
    }

    private Optional<Answer> refusedBuyer() {
        Optional<String> email = params.text("customer_email");
        if (email.isPresent() && !isEmail(email.get())) {
            return refuse("email_invalid", "Invalid email address: " + email.get(), "customer_email");
        }
        Optional<String> customer = params.text("customer");
        return customer.isPresent() && customers.apply(customer.get()).isEmpty()
                ? refuse("resource_missing", "No such customer: '" + customer.get() + "'", "customer")
                : Optional.empty();
    }

    static boolean isEmail(String text) {
        return text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    }

    private Optional<Answer> refusedEnd() {
        long end = expiresAt();
        if (end < now + SOONEST_END.minus(GRACE).toSeconds()) {
            return refuse(null,
                    "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.",
                    "expires_at");
        }
        return end > now + LATEST_END.plus(GRACE).toSeconds()
                ? refuse(null, "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.",
                        "expires_at")
                : Optional.empty();
    }

    private Optional<Answer> refusedCoupon() {
        Optional<String> coupon = params.text("discounts[0][coupon]");
        return coupon.isPresent() && coupons.apply(coupon.get()).isEmpty()
                ? refuse("resource_missing", "No such coupon: '" + coupon.get() + "'", "discounts[0][coupon]")
                : Optional.empty();
    }

    private Optional<Answer> refusedAmount() {
        long total = subtotal() - discount();
        if (total > 0 && total < LEAST) {
            return refuse("amount_too_small",
                    "The Checkout Session's total amount due must add up to at least $0.50 usd", null);
        }
        return total > MOST
                ? refuse("amount_too_large", "The Checkout Session's total amount must be no more than $999,999.99",
                        null)
                : Optional.empty();
    }

    private JsonArray lines() {
        JsonArray lines = new JsonArray();
        for (int i = 0; i < params.count("line_items"); i++) {
            lines.add(new Fields().put("quantity", quantity(i)).put("unit_amount", price(i))
                    .put("description", params.text(line(i, "price_data][product_data][name")).orElse(null)).json());
        }
        return lines;
    }

    private long subtotal() {
        long sum = 0;
        for (int i = 0; i < params.count("line_items"); i++) {
            sum = Math.addExact(sum, Math.multiplyExact(quantity(i), price(i)));
        }
        return sum;
    }

    private long discount() {
        long off = params.text("discounts[0][coupon]").flatMap(coupons)
                .map(coupon -> Fields.number(coupon, "amount_off")).orElse(0L);
        return Math.min(off, subtotal());
    }

    private String currency() {
        return params.text(line(0, "price_data][currency")).orElseThrow();
    }

    private long expiresAt() {
        return params.number("expires_at").orElse(now + LATEST_END.toSeconds());
    }

    private long quantity(int i) {
        return params.number(line(i, "quantity")).orElse(0);
    }

    private long price(int i) {
        return params.number(line(i, "price_data][unit_amount")).orElse(0);
    }

    private static String line(int i, String field) {
        return "line_items[" + i + "][" + field + "]";
    }

    private static Optional<Answer> refuse(@Nullable String code, String message, @Nullable String param) {
        return Optional.of(Answer.invalid(code, message, param));
    }
}
