package scrip.domain.pool;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.license.BillingCycle;
import scrip.domain.license.License;
import scrip.domain.license.Licensing;
import scrip.domain.license.Period;

/**
 * How long a pool's credits last if they go on being used at the same pace, renewals and ends included.
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

    /**
     * The renewals ahead: they change with the period and the licenses only, and working them out costs more than all the
     * rest of a forecast.
     */
    public record Horizon(Period period, Licensing licensing, List<Renewal> renewals) {

        /** The end of a month, and what the next one grants. */
        record Renewal(Instant at, Credits granted) {}

        public static Horizon of(CreditPool pool) {
            List<Renewal> renewals = new ArrayList<>();
            Instant at = cutShort(pool.licensing(), pool.asOf(), pool.period().endExclusive());
            while (renewals.size() < MONTHS_AHEAD) {
                renewals.add(new Renewal(at, granted(pool, at)));
                BillingCycle cycle = pool.licensing().inForceAt(at).map(License::cycle)
                        .orElse(CreditPool.freeCycle(pool.createdAt()));
                at = cutShort(pool.licensing(), at, cycle.monthAt(at).endExclusive());
            }
            return new Horizon(pool.period(), pool.licensing(), List.copyOf(renewals));
        }

        /** Rule 6: a license that starts or ends cuts a month short. */
        private static Instant cutShort(Licensing licensing, Instant from, Instant end) {
            return licensing.at(from).nextChangeAfter(from).filter(end::isAfter).orElse(end);
        }

        /** A pool knows the size of the free plan only while it is on it: later it counts as nothing. */
        private static Credits granted(CreditPool pool, Instant at) {
            return pool.licensing().inForceAt(at).map(License::monthlyCredits)
                    .orElse(pool.period().licensed() ? Credits.ZERO : pool.period().granted());
        }

        /** @return whether the pool's renewals are these */
        public boolean isOf(CreditPool pool) {
            return period.equals(pool.period()) && licensing.equals(pool.licensing());
        }
    }

    public static Forecast of(CreditPool pool, Credits perDay) {
        return of(pool, perDay, Horizon.of(pool));
    }

    /**
     * @param horizon
     *            of the pool
     */
    public static Forecast of(CreditPool pool, Credits perDay, Horizon horizon) {
        Outlook outlook = new Outlook(pool, perDay);
        Credits needed = outlook.useUntil(horizon.renewals.getFirst().at);
        return new Forecast(perDay, outlook.usedUpWithin(horizon.renewals).orElse(null),
                pool.stock().monthly().minusOrZero(needed));
    }
}
