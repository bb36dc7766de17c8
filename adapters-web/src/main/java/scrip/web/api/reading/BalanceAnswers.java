package scrip.web.api.reading;

import java.time.Instant;

import scrip.application.reading.Balances;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;

/** Balances with their forecasts, as they stand now or will stand. */
public final class BalanceAnswers {

    private final Balances balances;
    private final Paces paces;

    public BalanceAnswers(Balances balances, Paces paces) {
        this.balances = balances;
        this.paces = paces;
    }

    public BalanceJson now(PoolId pool) {
        return of(balances.now(pool).orElseThrow(() -> gone(pool)));
    }

    /** @param instant not before now: what happens until then if nobody spends */
    BalanceJson at(PoolId pool, Instant instant) {
        return of(balances.at(pool, instant).orElseThrow(() -> gone(pool)));
    }

    /** @return the balance of a pool as it was read */
    public BalanceJson of(CreditPool pool) {
        return BalanceJson.of(pool, paces.of(pool.id()).forecast(pool));
    }

    private static IllegalStateException gone(PoolId pool) {
        return new IllegalStateException("a key opens a pool that is not there: " + pool.value());
    }
}
