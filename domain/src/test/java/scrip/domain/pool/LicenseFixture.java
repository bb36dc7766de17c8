package scrip.domain.pool;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import scrip.domain.license.BillingInterval;
import scrip.domain.license.License;

/** A license in the making: monthly, from New Year 2026, in UTC and without an end unless told otherwise. */
public record LicenseFixture(License license) {

    public LicenseFixture startingAt(Instant start) {
        return new LicenseFixture(new License(license.plan(), license.builders(), license.creditsPerBuilder(),
                license.interval(), start, license.endsAt(), license.zone()));
    }

    public LicenseFixture startingAt(String start) {
        return startingAt(Instant.parse(start));
    }

    /** Begins at that local date and time, which its renewals keep. */
    public LicenseFixture startingAt(String local, String zone) {
        return in(zone).startingAt(LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant());
    }

    public LicenseFixture endingAt(String end) {
        return new LicenseFixture(new License(license.plan(), license.builders(), license.creditsPerBuilder(),
                license.interval(), license.startsAt(), Instant.parse(end), license.zone()));
    }

    public LicenseFixture in(String zone) {
        return new LicenseFixture(new License(license.plan(), license.builders(), license.creditsPerBuilder(),
                license.interval(), license.startsAt(), license.endsAt(), ZoneId.of(zone)));
    }

    public LicenseFixture paidYearly() {
        return new LicenseFixture(new License(license.plan(), license.builders(), license.creditsPerBuilder(),
                BillingInterval.ANNUAL, license.startsAt(), license.endsAt(), license.zone()));
    }
}
