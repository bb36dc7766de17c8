package scrip.domain.pool;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import scrip.domain.credit.Credits;
import scrip.domain.license.BillingInterval;
import scrip.domain.license.License;
import scrip.domain.notice.NoticeTerms;

/**
 * Says in a test which pool there is: {@code aPool().withMonthly(100).withAddOn(50).open()}. Unless told otherwise it
 * was created on {@link #NEW_YEAR}, and the free plan is off so that every credit in it is one the test has named.
 */
public final class PoolFixture {

    public static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Consumer<PoolDriver>> arrivals = new ArrayList<>();
    private PoolId id = new PoolId(1);
    private Instant createdAt = NEW_YEAR;
    private Credits freePlan = Credits.ZERO;
    private NoticeTerms notices = NoticeTerms.DEFAULT;

    private PoolFixture() {}

    public static PoolFixture aPool() {
        return new PoolFixture();
    }

    public PoolFixture withId(PoolId other) {
        id = other;
        return this;
    }

    public PoolFixture createdAt(String instant) {
        createdAt = Instant.parse(instant);
        return this;
    }

    public PoolFixture withFreePlan(long credits) {
        freePlan = Credits.of(credits);
        return this;
    }

    public PoolFixture withNotices(NoticeTerms terms) {
        notices = terms;
        return this;
    }

    /** A license of one builder that begins with the pool, in UTC, and has no end. */
    public PoolFixture withMonthly(long credits) {
        arrivals.add(pool -> pool.enter(aLicense(1, credits).startingAt(pool.now())));
        return this;
    }

    public PoolFixture withLicense(LicenseFixture license) {
        arrivals.add(pool -> pool.enter(license));
        return this;
    }

    /** A purchase paid and heard of when the pool is created. */
    public PoolFixture withAddOn(long credits) {
        arrivals.add(pool -> pool.buy(credits));
        return this;
    }

    public PoolFixture withPromotional(long credits, String expiresAt) {
        arrivals.add(pool -> pool.gift(credits, expiresAt));
        return this;
    }

    public PoolDriver open() {
        PoolDriver pool = new PoolDriver(id, createdAt, new Terms(freePlan, Duration.ofDays(30), notices));
        arrivals.forEach(arrival -> arrival.accept(pool));
        return pool;
    }

    public static LicenseFixture aLicense(int builders, long creditsPerBuilder) {
        License license = new License("team", builders, Credits.of(creditsPerBuilder), BillingInterval.MONTHLY,
                NEW_YEAR, null, ZoneOffset.UTC);
        return new LicenseFixture(license);
    }
}
