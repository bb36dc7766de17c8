package scrip.application.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

import scrip.application.pool.PoolStore;
import scrip.application.pool.PoolStore.Unlocked;
import scrip.domain.credit.Credits;
import scrip.domain.ledger.Account;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Forecast;
import scrip.domain.pool.Hindsight;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;

/**
 * Tells how pools stood at instants that have passed, by what was due by then (rule 30), whether or not anything had
 * touched them; never locks.
 */
public final class PastBalances {

    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    private final PoolStore pools;
    private final PastPools past;
    private final LedgerReader ledger;
    private final Terms terms;

    public PastBalances(PoolStore pools, PastPools past, LedgerReader ledger, Terms terms) {
        this.pools = pools;
        this.past = past;
        this.ledger = ledger;
        this.terms = terms;
    }

    /**
     * @param instant
     *            not after now
     * @return the pool as it stood then, which is nothing before it was created; empty if there is no such pool, or it is
     *         older than what is remembered of it
     */
    public Optional<CreditPool> at(PoolId id, Instant instant) {
        return pools.read(id, instant).flatMap(read -> at(read, instant));
    }

    private Optional<CreditPool> at(Unlocked read, Instant instant) {
        CreditPool pool = read.pool();
        if (instant.isBefore(pool.createdAt())) {
            return Optional.of(Hindsight.before(pool, instant));
        }
        return pool.asOf().isAfter(instant)
                ? past.read(pool.id(), instant).map(known -> known.at(instant, terms))
                : Optional.of(pool.at(instant, terms, read.due()));
    }

    /** @return the forecast as it was then, at the pace of the days before */
    public Forecast forecast(CreditPool then) {
        LocalDate today = LocalDate.ofInstant(then.asOf(), ZoneOffset.UTC);
        long days = Balances.paceDays(then);
        Instant before = today.minusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant().minus(MICROSECOND);
        long used = spent(then.id(), then.asOf()) - spent(then.id(), before);
        return Forecast.of(then, Credits.ofMicros(Math.max(0, used) / days));
    }

    /** Net of what had been made good by then. */
    private long spent(PoolId pool, Instant by) {
        return ledger.balancesAt(pool, by).getOrDefault(Account.SPENT, 0L);
    }
}
