package scrip.application.purchase;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.pricing.Money;
import scrip.domain.promo.PromoCode;

/**
 * What a purchase would cost and bring now; nothing is opened or taken.
 *
 * @param promo
 *            the code that is applied, or null
 * @param validUntilAfter
 *            when the whole add-on pool would end (rule 9)
 */
public record Quote(Credits credits, Credits bonus, Money subtotal, Money discount, @Nullable PromoCode promo,
        Instant validUntilAfter) {

    public Money total() {
        return subtotal.minus(discount);
    }
}
