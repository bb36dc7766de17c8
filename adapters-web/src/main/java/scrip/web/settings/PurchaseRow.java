package scrip.web.settings;

import org.jspecify.annotations.Nullable;
import scrip.web.page.Moment;

/**
 * A purchase in the table of purchases.
 *
 * @param at when it was paid, else when it was opened
 * @param credits how many were bought
 * @param bonus credits given on top, or null
 * @param amount the money, such as "$10.00"
 * @param promoCode the code used, or null
 * @param buyer who bought, by name or address; null if nobody did and it was an automatic top-up
 * @param status {@code pending}, {@code paid}, {@code expired}, {@code failed}, {@code refunded},
 *     {@code partially_refunded} or {@code disputed}
 * @param receiptUrl the gateway's receipt, or null
 * @param resumeUrl the still open payment page, or null
 */
public record PurchaseRow(
        Moment at,
        String credits,
        @Nullable String bonus,
        String amount,
        @Nullable String promoCode,
        @Nullable String buyer,
        String status,
        @Nullable String receiptUrl,
        @Nullable String resumeUrl) {}
