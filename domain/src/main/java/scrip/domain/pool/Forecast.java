package scrip.domain.pool;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.license.BillingCycle;

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

    public static Forecast of(CreditPool pool, Credits perDay) {
        Instant now = pool.asOf();
        Credits needed = use(perDay, now, pool.period().endExclusive());
        return new Forecast(perDay, runsOutAt(pool, perDay).orElse(null), pool.stock().monthly().minusOrZero(needed));
    }

    private static Optional<Instant> runsOutAt(CreditPool pool, Credits perDay) {
        if (!perDay.isPositive()) {
            return Optional.empty();
        }
        Credits monthly = pool.stock().monthly();
        Credits rest = pool.stock().promotional().plus(pool.stock().addOn().available());
        Instant addOnEnd = pool.stock().addOn().endsAt();
        BillingCycle cycle = pool.period().cycle();
        Instant from = pool.asOf();
        Instant to = pool.period().endExclusive();
        for (int month = 0; month < MONTHS_AHEAD; month++) {
            Credits needed = use(perDay, from, to);
            if (needed.isMoreThan(monthly.plus(rest))) {
                return Optional.of(from.plus(timeFor(monthly.plus(rest), perDay)));
            }
            rest = rest.minus(needed.minusOrZero(monthly));
            rest = addOnEnd != null && !addOnEnd.isAfter(to) ? Credits.ZERO : rest;
            monthly = pool.period().granted();
            from = to;
            to = cycle.monthAt(from).endExclusive();
        }
        return Optional.empty();
    }

    private static Credits use(Credits perDay, Instant from, Instant to) {
        BigInteger seconds = BigInteger.valueOf(Math.max(0, Duration.between(from, to).toSeconds()));
        return Credits.ofMicros(seconds.multiply(BigInteger.valueOf(perDay.micros())).divide(SECONDS_PER_DAY)
                .min(BigInteger.valueOf(Long.MAX_VALUE / 4)).longValueExact());
    }

    private static Duration timeFor(Credits credits, Credits perDay) {
        return Duration.ofSeconds(BigInteger.valueOf(credits.micros()).multiply(SECONDS_PER_DAY)
                .divide(BigInteger.valueOf(perDay.micros())).longValueExact());
    }
}
