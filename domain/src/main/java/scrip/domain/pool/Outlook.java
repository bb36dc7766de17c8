package scrip.domain.pool;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import scrip.domain.credit.Credits;
import scrip.domain.ledger.Source;
import scrip.domain.pool.Forecast.Horizon.Renewal;

/**
 * A pool's credits ahead of time: used at an even pace in the order of rule 12, ending and renewed when they are due.
 * Nobody buys or gives any more, and what is on hold stays there. Used once, by one thread.
 */
final class Outlook {

    private static final long SECONDS_PER_DAY = Duration.ofDays(1).toSeconds();
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private final Credits perDay;
    private Stock stock;
    private Instant at;

    Outlook(CreditPool pool, Credits perDay) {
        this.perDay = perDay;
        stock = pool.stock();
        at = pool.asOf();
    }

    /** @return when more would be used than there is, if that is before the last renewal */
    Optional<Instant> usedUpWithin(List<Renewal> renewals) {
        for (Renewal renewal : renewals) {
            while (at.isBefore(renewal.at())) {
                Instant end = firstEnd(renewal.at());
                Credits needed = useUntil(end);
                if (needed.isMoreThan(stock.available())) {
                    return Optional.of(at.plus(timeFor(stock.available())));
                }
                use(needed);
                passTo(end);
            }
            stock = stock.inPeriod(stock.period()).plus(new Slice(new Source.Monthly(stock.period()),
                    renewal.granted()));
        }
        return Optional.empty();
    }

    private Instant firstEnd(Instant renewal) {
        Instant first = renewal;
        if (!stock.grants().isEmpty()) {
            first = earlier(stock.grants().getFirst().expiresAt(), first);
        }
        Instant addOnEnd = stock.addOn().endsAt();
        return addOnEnd == null ? first : earlier(addOnEnd, first);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void use(Credits needed) {
        for (Slice slice : stock.pick(needed).list()) {
            stock = stock.minus(slice);
        }
    }

    private void passTo(Instant end) {
        at = end;
        if (end.equals(stock.addOn().endsAt())) {
            stock = stock.withAddOn(AddOn.EMPTY);
        }
        stock.grants().stream().filter(grant -> grant.expiresAt().equals(end))
                .forEach(grant -> stock = stock.without(grant));
    }

    /** @return what is used until then, or as much as can be told */
    Credits useUntil(Instant end) {
        return Credits.ofMicros(share(Duration.between(at, end).toSeconds(), perDay.micros(), SECONDS_PER_DAY));
    }

    private Duration timeFor(Credits credits) {
        return Duration.ofSeconds(share(credits.micros(), SECONDS_PER_DAY, perDay.micros()));
    }

    /** @return one times other, divided and rounded down, or as much as can be told; none of them below zero */
    private static long share(long one, long other, long divisor) {
        if (Math.multiplyHigh(one, other) == 0 && one * other >= 0) {
            return one * other / divisor;
        }
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other)).divide(BigInteger.valueOf(divisor))
                .min(MOST).longValueExact();
    }
}
