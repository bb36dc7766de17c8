package scrip.web.api.reading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.domain.license.License;
import scrip.domain.license.Period;
import scrip.domain.pool.AddOn;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Forecast;
import scrip.domain.pool.Grant;

/**
 * A pool's balance as it goes out.
 *
 * @param forecast
 *            null where it is not worth a look into the history
 */
public record BalanceJson(Instant asOf, BigDecimal available, BigDecimal held, BigDecimal debt, Monthly monthly,
        Promotional promotional, AddOnPool addOn, LicenseStatus license, @Nullable ForecastJson forecast) {

    /**
     * The running period: {@code granted} is {@code available}, {@code held} and {@code used} together.
     *
     * @param heldBefore
     *            what open holds keep of periods that have ended
     * @param builders
     *            seats of the license, null without one
     */
    public record Monthly(BigDecimal granted, BigDecimal available, BigDecimal held, BigDecimal used,
            BigDecimal heldBefore, Instant periodStart, Instant renewsAt, @Nullable Integer builders,
            @Nullable BigDecimal perBuilder) {}

    public record Promotional(BigDecimal available, BigDecimal held, List<GrantJson> grants) {}

    public record GrantJson(BigDecimal credits, Instant expiresAt, String reason) {

        static GrantJson of(Grant grant) {
            return new GrantJson(grant.available().toDecimal(), grant.expiresAt(), grant.reason());
        }
    }

    public record AddOnPool(BigDecimal available, BigDecimal held, @Nullable Instant validUntil) {}

    /**
     * @param status
     *            {@code active}, {@code ended} or {@code none}
     */
    public record LicenseStatus(@Nullable String plan, String status, @Nullable Instant endsAt) {}

    public record ForecastJson(BigDecimal perDay, @Nullable Instant runsOutAt, BigDecimal expiringUnused) {}

    /** The balance in an answer to one of many commands. */
    public record Brief(BigDecimal available, BigDecimal held, BigDecimal debt) {

        public static Brief of(CreditPool pool) {
            return new Brief(pool.available().toDecimal(), pool.held().total().toDecimal(), pool.debt().toDecimal());
        }
    }

    public static BalanceJson of(CreditPool pool, @Nullable Forecast forecast) {
        AddOn addOn = pool.stock().addOn();
        return new BalanceJson(pool.asOf(), pool.available().toDecimal(), pool.held().total().toDecimal(),
                pool.debt().toDecimal(), monthly(pool), promotional(pool),
                new AddOnPool(addOn.available().toDecimal(), pool.held().addOn().toDecimal(), addOn.endsAt()),
                license(pool), forecast == null ? null : forecast(forecast));
    }

    private static Monthly monthly(CreditPool pool) {
        Period period = pool.period();
        License license = pool.licensing().inForceAt(pool.asOf()).orElse(null);
        return new Monthly(period.granted().toDecimal(), pool.stock().monthly().toDecimal(),
                pool.held().monthly().toDecimal(), pool.monthlyUsed().toDecimal(),
                pool.held().monthlyEnded().toDecimal(), period.startInclusive(), period.endExclusive(),
                license == null ? null : license.builders(),
                license == null ? null : license.creditsPerBuilder().toDecimal());
    }

    private static Promotional promotional(CreditPool pool) {
        return new Promotional(pool.stock().promotional().toDecimal(), pool.held().promotional().toDecimal(),
                pool.stock().grants().stream().map(GrantJson::of).toList());
    }

    private static LicenseStatus license(CreditPool pool) {
        License latest = pool.licensing().at(pool.asOf()).latest();
        if (latest == null) {
            return new LicenseStatus(null, "none", null);
        }
        return new LicenseStatus(latest.plan(), latest.isInForceAt(pool.asOf()) ? "active" : "ended",
                latest.endsAt());
    }

    private static ForecastJson forecast(Forecast forecast) {
        return new ForecastJson(forecast.perDay().toDecimal(), forecast.runsOutAt(),
                forecast.expiringUnused().toDecimal());
    }
}
