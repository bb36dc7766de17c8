package scrip.payment.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.stripe.Stripe;
import org.jspecify.annotations.Nullable;

/** Builds objects in Stripe's shape, of the API version that the SDK speaks. */
final class StripeObjects {

    private StripeObjects() {}

    static Fields object(Kind kind, String id, long created) {
        return new Fields().put("id", id).put("object", kind.stripeName()).put("created", created).put("livemode",
                false);
    }

    static JsonObject session(String id, long created, CheckoutRequest asked) {
        Fields session = object(Kind.SESSION, id, created);
        session.putNull("adaptive_pricing", "after_expiration", "allow_promotion_codes")
                .put("amount_subtotal", asked.subtotal()).put("amount_total", asked.total())
                .put("automatic_tax", new Fields().put("enabled", false).putNull("liability", "status").json())
                .put("cancel_url", asked.cancelUrl()).put("client_reference_id", asked.clientReference())
                .put("currency", asked.currency()).put("customer", asked.customer())
                .put("customer_creation", "if_required").putNull("customer_details")
                .put("customer_email", asked.email()).put("discounts", asked.discounts())
                .put("expires_at", asked.expiresAt()).putNull("invoice").put("line_items", asked.lines())
                .putNull("locale").put("metadata", asked.metadata()).put("mode", "payment").putNull("payment_intent")
                .put("payment_intent_data", asked.paymentMetadata())
                .put("payment_method_types", Fields.list(new JsonPrimitive("card")))
                .put("payment_status", asked.total() == 0 ? "no_payment_required" : "unpaid")
                .putNull("recovered_from", "setup_intent", "shipping_cost").put("status", "open")
                .putNull("submit_type", "subscription").put("success_url", asked.successUrl())
                .put("total_details", new Fields().put("amount_discount", asked.subtotal() - asked.total())
                        .put("amount_shipping", 0).put("amount_tax", 0).json())
                .put("ui_mode", "hosted_page").put("url", asked.pageUrl() + id);
        return session.json();
    }

    static JsonObject payment(String id, long created, JsonObject session, @Nullable JsonObject metadata) {
        long amount = Fields.number(session, "amount_total");
        return object(Kind.PAYMENT, id, created).put("amount", amount).put("amount_received", 0)
                .putNull("application", "canceled_at", "cancellation_reason").put("capture_method", "automatic_async")
                .put("confirmation_method", "automatic").put("currency", session.get("currency"))
                .put("customer", session.get("customer")).putNull("description", "invoice", "last_payment_error")
                .putNull("latest_charge").put("metadata", metadata == null ? new JsonObject() : metadata)
                .putNull("next_action").put("payment_method_types", session.get("payment_method_types"))
                .put("receipt_email", session.get("customer_email")).put("status", "processing").json();
    }

    static JsonObject charge(String id, JsonObject payment, String receiptUrl) {
        return object(Kind.CHARGE, id, Fields.created(payment)).put("amount", payment.get("amount"))
                .put("amount_captured", 0).put("amount_refunded", 0).putNull("balance_transaction")
                .put("billing_details", new Fields().putNull("email", "name", "phone").json()).put("captured", false)
                .put("currency", payment.get("currency")).put("customer", payment.get("customer"))
                .putNull("description").put("disputed", false).putNull("failure_code", "failure_message", "invoice")
                .put("metadata", payment.get("metadata")).put("paid", false).put("payment_intent", payment.get("id"))
                .putNull("payment_method").put("receipt_email", payment.get("receipt_email"))
                .put("receipt_url", receiptUrl).put("refunded", false).put("status", "pending").json();
    }

    static JsonObject event(String id, long created, String type, JsonObject about) {
        return new Fields().put("id", id).put("object", "event").put("api_version", Stripe.API_VERSION)
                .put("created", created).put("data", new Fields().put("object", about).json()).put("livemode", false)
                .put("pending_webhooks", 1)
                .put("request", new Fields().putNull("id", "idempotency_key").json()).put("type", type).json();
    }

    static JsonObject page(String url, boolean more, JsonArray data) {
        return new Fields().put("object", "list").put("data", data).put("has_more", more).put("url", url).json();
    }
}
