package scrip.domain.pool;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;

/**
 * A promotional grant that has not ended (rule 11).
 *
 * @param number
 *            unique in its pool
 * @param available
 *            what is left of it
 * @param expiresAt
 *            its own end, exclusive
 * @param reason
 *            why the operator gave it
 * @param purchase
 *            id of the purchase it came with as a bonus, else null
 */
public record Grant(long number, Credits available, Instant expiresAt, String reason, @Nullable String purchase) {

    /** The reason of the credits that a promo code adds to a purchase. */
    static final String BONUS = "bonus";

    Grant withAvailable(Credits credits) {
        return new Grant(number, credits, expiresAt, reason, purchase);
    }
}
