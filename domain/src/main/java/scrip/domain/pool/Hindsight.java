package scrip.domain.pool;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Source;
import scrip.domain.license.Licensing;

/**
 * What is known of a pool at an instant of its past: how it stood when it was remembered last, which tells its parts
 * (licenses, period, grants, purchases), and the movements since, which tell what was in them. The balance at an instant is
 * the sum of the movements due by then (rule 30), whenever they were written.
 *
 * @param remembered
 *            the pool as of the instant or before
 * @param flows
 *            the movements written since and due by the instant, added up
 */
public record Hindsight(CreditPool remembered, List<Flow> flows) {

    /**
     * Movements between the same accounts, added up.
     *
     * @param source
     *            as of each of them
     * @param arrival
     *            the payment that brought the credits, null of all other movements
     */
    public record Flow(Account from, Account to, @Nullable Source source, Credits credits,
            @Nullable Arrival arrival) {}

    /** A payment that was heard of later than the instant, for it would be remembered else (rule 10). */
    public record Arrival(String purchase, Instant paidAt) {}

    public Hindsight {
        flows = List.copyOf(flows);
    }

    /**
     * @param instant
     *            not before what is remembered
     * @return the pool as it stood then; what it owed is told as one debt, and what people had been told and its limits are
     *         no part of it
     */
    public CreditPool at(Instant instant, Terms terms) {
        if (instant.isBefore(remembered.asOf())) {
            throw new IllegalArgumentException(instant + " is before what is remembered, " + remembered.asOf());
        }
        return new Recalling(this, terms).at(instant);
    }

    /** @return a pool as it stood before there was any: nothing, until its first period begins */
    public static CreditPool before(CreditPool pool, Instant instant) {
        CreditPool unborn = CreditPool.open(pool.id(), pool.createdAt());
        return new CreditPool(pool.id(), pool.createdAt(), instant, 0, Licensing.NONE, unborn.period(), unborn.stock(),
                unborn.held(), List.of(), Told.NOTHING, Limits.NONE);
    }
}
