package scrip.domain.purchase;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.pricing.Money;

/**
 * What was ordered and at which price, as it was when the checkout opened (rule 8).
 *
 * @param credits
 *            add-on credits, a multiple of 100
 * @param bonus
 *            promotional credits that a promo code adds, often zero
 * @param subtotal
 *            price before the discount
 * @param discount
 *            what the promo code takes off, at most the subtotal
 * @param promoCode
 *            the code that was redeemed, or null
 * @param buyer
 *            e-mail address of who buys, {@link #AUTOMATIC}, or null if a service does
 * @param createdAt
 *            when it was ordered
 */
public record Order(Credits credits, Credits bonus, Money subtotal, Money discount, @Nullable String promoCode,
        @Nullable String buyer, Instant createdAt) {

    /** Who buys where no person does: an automatic top-up with a saved card. */
    public static final String AUTOMATIC = "auto-top-up";

    /** @return whether it is an automatic top-up, which has no page to pay on */
    public boolean isAutomatic() {
        return AUTOMATIC.equals(buyer);
    }

    /** @return what is to be paid */
    public Money total() {
        return subtotal.minus(discount);
    }
}
