package scrip.web.api.reading;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;
import scrip.application.reading.Balances;
import scrip.domain.credit.Credits;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Forecast;
import scrip.domain.pool.PoolId;

/**
 * How fast pools spend, looked up once a minute at most: a pace over thirty days hardly changes in between, and the
 * answer to every hold tells it.
 */
public final class Paces {

    private static final long FRESH_NANOS = 60_000_000_000L;
    private static final int MOST_POOLS = 10_000;

    private final Balances balances;
    private final LongSupplier nanos;
    private final Map<PoolId, Pace> known = new ConcurrentHashMap<>();

    /**
     * @param nanos
     *            a clock that only runs forward, such as {@link System#nanoTime}
     */
    public Paces(Balances balances, LongSupplier nanos) {
        this.balances = balances;
        this.nanos = nanos;
    }

    /**
     * A pace as it was when it was looked up.
     *
     * @param horizon
     *            of the pool as it was then, null if there was none
     */
    public record Pace(Credits perDay, Forecast.@Nullable Horizon horizon, long lookedUpAt) {

        public Forecast forecast(CreditPool pool) {
            return horizon != null && horizon.isOf(pool)
                    ? Forecast.of(pool, perDay, horizon)
                    : Forecast.of(pool, perDay);
        }
    }

    /** @return the pool's pace, at most a minute old */
    public Pace of(PoolId pool) {
        Pace pace = known.get(pool);
        long now = nanos.getAsLong();
        if (pace == null || now - pace.lookedUpAt >= FRESH_NANOS) {
            Optional<CreditPool> current = balances.now(pool);
            pace = new Pace(current.map(balances::forecast).map(Forecast::perDay).orElse(Credits.ZERO),
                    current.map(Forecast.Horizon::of).orElse(null), now);
            keep(pool, pace);
        }
        return pace;
    }

    private void keep(PoolId pool, Pace pace) {
        if (known.size() >= MOST_POOLS) {
            known.clear();
        }
        known.put(pool, pace);
    }
}
