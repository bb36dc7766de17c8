package scrip.application.purchase;

import java.time.Instant;

import scrip.domain.credit.Credits;
import scrip.domain.pricing.Money;

/**
 * What a purchase would cost and bring now; nothing is opened or taken.
 *
 * @param validUntilAfter
 *            when the whole add-on pool would end (rule 9)
 */
public record Quote(Credits credits, Credits bonus, Money subtotal, Money discount, Instant validUntilAfter) {

    public Money total() {
        return subtotal.minus(discount);
    }
}
