package scrip.web.buy;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Get AI credits, template {@code buy}; the dialog shows the same form by taking {@code #buy-form} out
 * of this page. The form posts {@code credits} and {@code promoCode}: to {@code action} by Get AI
 * credits, which opens the payment, and to {@code quoteUrl} by Apply and by the packs, which answers with this page
 * again or, to htmx, with the fragment {@code buy :: quote}. A pack's button also sends its number as
 * "pack", which then counts instead of the number typed.
 *
 * @param action where the purchase is posted to
 * @param quoteUrl where a quote is asked for
 * @param backUrl the settings page
 * @param key drawn with the form, so that sending it twice buys once
 * @param credits the number as typed
 * @param minimum the least that can be bought, a multiple of 100
 * @param maximum the most
 * @param packs suggestions, smallest first
 * @param promoCode the code as typed, or empty
 * @param quote the summary, or null while the number is wrong
 * @param creditsRefusal ends {@code buy.credits.refused.…}: {@code not_a_number}, {@code not_hundreds},
 *     {@code too_few}, {@code too_many}; or null
 * @param promoRefusal ends {@code buy.promo.refused.…}: a {@link scrip.domain.promo.PromoRefusal#key}; or null
 * @param refusal ends {@code buy.refused.…}: {@code free_plan_cannot_buy}, {@code below_minimum_charge},
 *     {@code above_maximum_charge}, {@code email_invalid}, {@code payment_refused}, {@code payment_unavailable},
 *     {@code order_too_old}; or null
 */
public record BuyPage(
        String action,
        String quoteUrl,
        String backUrl,
        String key,
        String credits,
        long minimum,
        long maximum,
        List<Pack> packs,
        String promoCode,
        @Nullable Quote quote,
        @Nullable String creditsRefusal,
        @Nullable String promoRefusal,
        @Nullable String refusal) {

    /**
     * A suggested number of credits.
     *
     * @param value the number as a form sends it, "500"
     * @param label the number as people read it, "1,000"
     * @param price what it costs before any promo code
     * @param chosen whether it is the number in the form
     */
    public record Pack(String value, String label, String price, boolean chosen) {}
}
