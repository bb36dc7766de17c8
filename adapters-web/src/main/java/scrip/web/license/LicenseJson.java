package scrip.web.license;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import scrip.application.metering.MeterOperations;
import scrip.domain.credit.Credits;
import scrip.domain.license.BillingInterval;
import scrip.domain.license.License;
import scrip.web.api.json.Field;
import scrip.web.api.json.Fields;
import scrip.web.api.json.Kinds;

/**
 * A license in the fields of the API, which are also the claims of a license key.
 *
 * @param interval
 *            {@code monthly} or {@code annual}
 */
public record LicenseJson(String plan, int builders, BigDecimal creditsPerBuilder, String interval, Instant startsAt,
        @Nullable Instant endsAt, String timeZone) {

    private static final int LONGEST_PLAN = 100;
    private static final long MOST_BUILDERS = 1_000_000;
    private static final Map<String, BillingInterval> INTERVALS = Map.of("monthly", BillingInterval.MONTHLY, "annual",
            BillingInterval.ANNUAL);

    public static LicenseJson of(License license) {
        return new LicenseJson(license.plan(), license.builders(), license.creditsPerBuilder().toDecimal(),
                license.interval().name().toLowerCase(Locale.ROOT), license.startsAt(), license.endsAt(),
                license.zone().getId());
    }

    /** Reads a license; what is wrong is told to the fields, and then there is none. */
    public static @Nullable License read(Fields in) {
        Field<String> plan = in.required("plan", Kinds.text(LONGEST_PLAN));
        Field<Long> builders = in.required("builders", Kinds.whole(0, MOST_BUILDERS));
        Field<Credits> perBuilder = in.required("creditsPerBuilder", Kinds.CREDITS_OR_NONE);
        Field<BillingInterval> interval = in.required("interval", Kinds.oneOf(INTERVALS));
        Field<Instant> startsAt = in.required("startsAt", Kinds.INSTANT);
        Field<Instant> endsAt = in.required("endsAt", Kinds.INSTANT);
        Field<ZoneId> zone = in.required("timeZone", Kinds.ZONE);
        if (!endsAt.or(Instant.MAX).isAfter(startsAt.or(Instant.MIN))) {
            in.reject("endsAt", "must be after startsAt");
        }
        if (isMoreThanMost(builders.or(0L), perBuilder.or(Credits.ZERO))) {
            in.reject("creditsPerBuilder", "comes to more than " + MeterOperations.MOST + " a month");
        }
        return in.valid(() -> new License(plan.get(), Math.toIntExact(builders.get()), perBuilder.get(),
                interval.get(), startsAt.get(), endsAt.get(), zone.get()));
    }

    private static boolean isMoreThanMost(long builders, Credits perBuilder) {
        return perBuilder.toDecimal().multiply(BigDecimal.valueOf(builders))
                .compareTo(MeterOperations.MOST.toDecimal()) > 0;
    }
}
