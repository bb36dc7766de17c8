package scrip.application.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.Entry;
import scrip.domain.pool.BuilderUse;
import scrip.domain.pool.Charge;
import scrip.domain.pool.PoolId;

/** Reads what was written of a pool, without locking. */
public interface LedgerReader {

    /**
     * @param after
     *            number of the entry before the first wanted, 0 for the beginning
     * @param limit
     *            1 to 1,000
     * @return entries in order
     */
    List<Entry> entries(PoolId pool, long after, int limit);

    /**
     * @return what each account holds by the entries due by the instant, in micro-credits; sources and debt are below
     *         zero
     */
    Map<Account, Long> balancesAt(PoolId pool, Instant dueBy);

    Optional<Charge> charge(PoolId pool, long number);

    /**
     * Charges, newest first.
     *
     * @param which
     *            when they were made, by whom and for what
     * @param before
     *            number of the charge after the first wanted, {@link Long#MAX_VALUE} for the newest
     * @param limit
     *            at least 1; so many are held in memory
     */
    List<Charge> charges(PoolId pool, UseFilter which, long before, int limit);

    /** @return what all of that use comes to */
    UseSum use(PoolId pool, UseFilter which);

    /** @return the sums of that use by what tells it apart, in the order of the keys; without what there is none of */
    SortedMap<String, UseSum> useBy(UseKey key, PoolId pool, UseFilter which);

    /** @return the credits of that use by day and operation; without what there is none of */
    Map<LocalDate, Map<String, Credits>> useOfDays(PoolId pool, UseFilter which);

    /**
     * Those who used most.
     *
     * @param period
     *            number of the pool's period
     * @param limit
     *            at least 1
     * @return net use in that period by builder, most first, all above zero
     */
    SequencedMap<String, Credits> mostUsed(PoolId pool, long period, int limit);

    /**
     * What counts against limits (rule 24).
     *
     * @param period
     *            number of the period that runs
     * @param now
     *            holds that end by then have lapsed
     * @param builder
     *            only this builder's, or null for all
     * @return by builder; who has neither used nor holds anything may be missing
     */
    Map<String, BuilderUse> buildersUse(PoolId pool, long period, Instant now, @Nullable String builder);

    /**
     * What charges cost of late, net of make-goods. Left out are those on an own key and those that came to nothing,
     * because they cost nothing or all of it was given back.
     *
     * @param operations
     *            keys
     * @param sinceInclusive
     *            when the oldest may have been charged
     * @param limit
     *            1 to 1,000: only so many of the latest of each operation
     * @return by operation, latest first; empty for one without charges
     */
    Map<String, List<Credits>> costs(PoolId pool, Collection<String> operations, Instant sinceInclusive, int limit);
}
