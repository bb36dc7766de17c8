package scrip.payment;

import com.stripe.Stripe;

/**
 * Where Stripe is reached and as whom.
 *
 * @param apiKey
 *            a secret or restricted key
 * @param apiBase
 *            the address that {@code /v1/…} follows, without a slash at its end
 */
record StripeAccess(String apiKey, String apiBase) {

    /** Before the first request. */
    static final StripeAccess NONE = new StripeAccess("", Stripe.LIVE_API_BASE);

    /** Whether a key moves real money. */
    static boolean isLive(String apiKey) {
        return apiKey.startsWith("sk_live_") || apiKey.startsWith("rk_live_");
    }
}
