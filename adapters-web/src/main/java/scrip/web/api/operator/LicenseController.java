package scrip.web.api.operator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.metering.MeterOperations;
import scrip.application.workspace.Workspaces;
import scrip.domain.credit.Credits;
import scrip.domain.license.BillingInterval;
import scrip.domain.license.License;
import scrip.domain.pool.PoolId;
import scrip.web.api.json.Field;
import scrip.web.api.json.Fields;
import scrip.web.api.json.Kinds;
import scrip.web.api.request.Answers;
import scrip.web.api.request.ApiRequest;

/** A workspace's license (rules 1 to 6). */
@RestController
@RequestMapping("/api/v1/operator/workspaces/{slug}/license")
public final class LicenseController {

    private static final int LONGEST_PLAN = 100;
    private static final long MOST_BUILDERS = 1_000_000;
    private static final Map<String, BillingInterval> INTERVALS = Map.of("monthly", BillingInterval.MONTHLY, "annual",
            BillingInterval.ANNUAL);

    private final Workspaces workspaces;
    private final WorkspacePaths paths;

    public LicenseController(Workspaces workspaces, WorkspacePaths paths) {
        this.workspaces = workspaces;
        this.paths = paths;
    }

    record LicenseJson(String plan, int builders, BigDecimal creditsPerBuilder, String interval, Instant startsAt,
            @Nullable Instant endsAt, String timeZone) {

        static LicenseJson of(License license) {
            return new LicenseJson(license.plan(), license.builders(), license.creditsPerBuilder().toDecimal(),
                    license.interval().name().toLowerCase(Locale.ROOT), license.startsAt(), license.endsAt(),
                    license.zone().getId());
        }
    }

    @PutMapping
    public ResponseEntity<byte[]> enter(ApiRequest request, @PathVariable String slug) {
        PoolId pool = paths.pool(slug);
        License license = request.body(LicenseController::license);
        workspaces.enter(pool, license);
        return Answers.ok(LicenseJson.of(license));
    }

    @DeleteMapping
    public ResponseEntity<byte[]> end(ApiRequest request, @PathVariable String slug) {
        workspaces.endLicense(paths.pool(slug));
        return Answers.nothing();
    }

    private static @Nullable License license(Fields in) {
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
