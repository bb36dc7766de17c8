package scrip.domain.pool;

import java.time.Instant;

import scrip.domain.credit.Credits;

/**
 * What is left of one purchase in the add-on pool.
 *
 * @param purchase
 *            id of the purchase
 * @param paidAt
 *            when it was paid
 * @param available
 *            what is left of it, or what of it has expired in a pool that has ended
 * @param stands
 *            false once all its money went back (rule 29): it then holds up the pool's end no longer
 */
public record Lot(String purchase, Instant paidAt, Credits available, boolean stands) {

    Lot withAvailable(Credits credits) {
        return new Lot(purchase, paidAt, credits, stands);
    }

    Lot withStands(boolean still) {
        return new Lot(purchase, paidAt, available, still);
    }
}
