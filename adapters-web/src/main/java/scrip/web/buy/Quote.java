package scrip.web.buy;

import org.jspecify.annotations.Nullable;
import scrip.web.page.Moment;

/**
 * What a purchase would cost and change; nothing is taken yet.
 *
 * @param credits how many
 * @param perHundred the price of 100, such as "$1.00"
 * @param subtotal before the promo code
 * @param discount what the code takes off, or null
 * @param bonus credits the code gives on top, or null
 * @param appliedCode the code in force, or null
 * @param total what is to be paid
 * @param free whether nothing is due, so that no payment page opens
 * @param balanceNow available now
 * @param balanceAfter available after the purchase
 * @param keeping add-on credits already there whose validity moves too, or null for none
 * @param validUntilNow the end of the add-on pool now, or null when it is empty
 * @param validUntilAfter the end of the whole add-on pool afterwards
 */
public record Quote(
        String credits,
        String perHundred,
        String subtotal,
        @Nullable String discount,
        @Nullable String bonus,
        @Nullable String appliedCode,
        String total,
        boolean free,
        String balanceNow,
        String balanceAfter,
        @Nullable String keeping,
        @Nullable Moment validUntilNow,
        Moment validUntilAfter) {}
