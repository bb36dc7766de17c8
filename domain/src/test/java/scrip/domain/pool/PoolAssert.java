package scrip.domain.pool;

import java.math.BigDecimal;
import java.time.Instant;

import org.assertj.core.api.AbstractAssert;
import scrip.domain.credit.Credits;

/** What a test says of a pool, in credits: {@code assertThat(pool).hasAvailable(30).hasHeld(60)}. */
public final class PoolAssert extends AbstractAssert<PoolAssert, CreditPool> {

    private PoolAssert(CreditPool pool) {
        super(pool, PoolAssert.class);
    }

    public static PoolAssert assertThat(CreditPool pool) {
        return new PoolAssert(pool);
    }

    /** Speaks of the pool as it is at the driver's clock, whether it has been touched since or not (rule 4). */
    public static PoolAssert assertThat(PoolDriver pool) {
        return new PoolAssert(pool.look());
    }

    public PoolAssert hasAvailable(long credits) {
        return has("available", Credits.of(credits), actual.available());
    }

    public PoolAssert hasAvailable(String credits) {
        return has("available", Credits.of(new BigDecimal(credits)), actual.available());
    }

    public PoolAssert hasMonthly(long credits) {
        return has("monthly", Credits.of(credits), actual.stock().monthly());
    }

    public PoolAssert hasMonthlyUsed(long credits) {
        return has("monthly used", Credits.of(credits), actual.monthlyUsed());
    }

    public PoolAssert hasPromotional(long credits) {
        return has("promotional", Credits.of(credits), actual.stock().promotional());
    }

    public PoolAssert hasAddOn(long credits) {
        return has("add-on", Credits.of(credits), actual.stock().addOn().available());
    }

    public PoolAssert hasAddOnUntil(String end) {
        return has("end of the add-on pool", Instant.parse(end), actual.stock().addOn().endsAt());
    }

    public PoolAssert hasNoAddOnPool() {
        has("end of the add-on pool", null, actual.stock().addOn().endsAt());
        return hasAddOn(0);
    }

    public PoolAssert hasHeld(long credits) {
        return has("held", Credits.of(credits), actual.held().total());
    }

    public PoolAssert hasDebt(long credits) {
        return has("debt", Credits.of(credits), actual.debt());
    }

    public PoolAssert hasGranted(long credits) {
        return has("granted", Credits.of(credits), actual.period().granted());
    }

    public PoolAssert hasPeriod(String startInclusive, String endExclusive) {
        has("start of the period", Instant.parse(startInclusive), actual.period().startInclusive());
        return has("end of the period", Instant.parse(endExclusive), actual.period().endExclusive());
    }

    public PoolAssert isLicensed(boolean licensed) {
        return has("licensed", licensed, actual.period().licensed());
    }

    private PoolAssert has(String what, Object expected, Object found) {
        isNotNull();
        if (expected == null ? found != null : !expected.equals(found)) {
            throw failure("expected %s to be %s but it was %s in%n%s", what, expected, found, actual);
        }
        return this;
    }
}
