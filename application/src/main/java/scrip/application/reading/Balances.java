package scrip.application.reading;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import scrip.application.pool.PoolStore;
import scrip.domain.credit.Credits;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Forecast;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;
import scrip.domain.pool.Terms;

/** Tells how pools stand, right at every instant whether or not anything touched them (rule 4); never locks. */
public final class Balances {

    private static final int PACE_DAYS = 30;

    private final PoolStore pools;
    private final LedgerReader ledger;
    private final InstantSource clock;
    private final Terms terms;

    public Balances(PoolStore pools, LedgerReader ledger, InstantSource clock, Terms terms) {
        this.pools = pools;
        this.ledger = ledger;
        this.clock = clock;
        this.terms = terms;
    }

    /** @return the pool as it stands now */
    public Optional<CreditPool> now(PoolId id) {
        return at(id, clock.instant());
    }

    /**
     * @param instant
     *            not before the pool was last touched; one to come shows what happens until then if nobody spends
     */
    public Optional<CreditPool> at(PoolId id, Instant instant) {
        return pools.read(id, instant).map(read -> read.pool().at(instant, terms, read.due()));
    }

    /** @return one hold as it stands now: one that is due has lapsed, whether or not that is written yet */
    public Optional<Hold> hold(PoolId id, long number) {
        Instant now = clock.instant();
        return pools.hold(id, number).map(hold -> hold.at(now));
    }

    /** @return how long the credits last at the pace of the last 30 days, or of the pool's life if it is shorter */
    public Forecast forecast(CreditPool pool) {
        LocalDate today = LocalDate.ofInstant(pool.asOf(), ZoneOffset.UTC);
        long days = paceDays(pool);
        Credits used = ledger.use(pool.id(), UseFilter.days(today.minusDays(days), today.plusDays(1))).credits();
        return Forecast.of(pool, Credits.ofMicros(used.micros() / days));
    }

    /** @return over how many days before today a pool's pace is taken, 1 at least */
    static long paceDays(CreditPool pool) {
        LocalDate today = LocalDate.ofInstant(pool.asOf(), ZoneOffset.UTC);
        LocalDate born = LocalDate.ofInstant(pool.createdAt(), ZoneOffset.UTC);
        return Math.clamp(ChronoUnit.DAYS.between(born, today), 1, PACE_DAYS);
    }
}
