package scrip.payment.sandbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** A request for a checkout session that has passed all checks; amounts in the currency's minor unit. */
record CheckoutRequest(String currency, JsonArray lines, long subtotal, long total, JsonArray discounts,
        String successUrl, @Nullable String cancelUrl, @Nullable String clientReference, @Nullable String customer,
        @Nullable String email, long expiresAt, JsonObject metadata, JsonObject paymentMetadata, String pageUrl) {}
