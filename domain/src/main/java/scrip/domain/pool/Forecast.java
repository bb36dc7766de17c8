package scrip.domain.pool;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.license.Period;

/**
 * How long a pool's credits last if they go on being used at the same pace, renewals included.
 *
 * @param perDay
 *            the pace
 * @param runsOutAt
 *            when they are used up, or null if they are not within two years
 * @param expiringUnused
 *            monthly credits of the running period that will expire
 */
public record Forecast(Credits perDay, @Nullable Instant runsOutAt, Credits expiringUnused) {

    private static final int MONTHS_AHEAD = 24;
    private static final BigInteger SECONDS_PER_DAY = BigInteger.valueOf(Duration.ofDays(1).toSeconds());

    /**
     * The ends of the running month and of those ahead: they change with the period only, and working them out costs more
     * than all the rest of a forecast.
     */
    public record Horizon(Period period, List<Instant> monthEnds) {

        public static Horizon of(Period period) {
            List<Instant> ends = new ArrayList<>();
            ends.add(period.endExclusive());
            while (ends.size() < MONTHS_AHEAD) {
                ends.add(period.cycle().monthAt(ends.getLast()).endExclusive());
            }
            return new Horizon(period, List.copyOf(ends));
        }
    }

    public static Forecast of(CreditPool pool, Credits perDay) {
        return of(pool, perDay, Horizon.of(pool.period()));
    }

    /**
     * @param horizon
     *            of the pool's period
     */
    public static Forecast of(CreditPool pool, Credits perDay, Horizon horizon) {
        Instant now = pool.asOf();
        Credits needed = use(perDay, now, pool.period().endExclusive());
        return new Forecast(perDay, runsOutAt(pool, perDay, horizon).orElse(null),
                pool.stock().monthly().minusOrZero(needed));
    }

    private static Optional<Instant> runsOutAt(CreditPool pool, Credits perDay, Horizon horizon) {
        if (!perDay.isPositive()) {
            return Optional.empty();
        }
        Credits monthly = pool.stock().monthly();
        Credits rest = pool.stock().promotional().plus(pool.stock().addOn().available());
        Instant addOnEnd = pool.stock().addOn().endsAt();
        Instant from = pool.asOf();
        for (Instant to : horizon.monthEnds) {
            Credits needed = use(perDay, from, to);
            if (needed.isMoreThan(monthly.plus(rest))) {
                return Optional.of(from.plus(timeFor(monthly.plus(rest), perDay)));
            }
            rest = rest.minus(needed.minusOrZero(monthly));
            rest = addOnEnd != null && !addOnEnd.isAfter(to) ? Credits.ZERO : rest;
            monthly = pool.period().granted();
            from = to;
        }
        return Optional.empty();
    }

    private static Credits use(Credits perDay, Instant from, Instant to) {
        long seconds = Math.max(0, Duration.between(from, to).toSeconds());
        if (Math.multiplyHigh(seconds, perDay.micros()) == 0 && seconds * perDay.micros() >= 0) {
            return Credits.ofMicros(seconds * perDay.micros() / SECONDS_PER_DAY.longValue());
        }
        return Credits.ofMicros(BigInteger.valueOf(seconds).multiply(BigInteger.valueOf(perDay.micros()))
                .divide(SECONDS_PER_DAY).min(BigInteger.valueOf(Long.MAX_VALUE / 4)).longValueExact());
    }

    private static Duration timeFor(Credits credits, Credits perDay) {
        return Duration.ofSeconds(BigInteger.valueOf(credits.micros()).multiply(SECONDS_PER_DAY)
                .divide(BigInteger.valueOf(perDay.micros())).longValueExact());
    }
}
