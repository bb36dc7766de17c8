package scrip.web.operator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import scrip.application.metering.MeterOperations;
import scrip.domain.credit.Credits;
import scrip.domain.license.BillingInterval;
import scrip.domain.license.License;
import scrip.domain.license.Licensing;
import scrip.web.api.json.Field;
import scrip.web.form.Form;
import scrip.web.form.Texts;
import scrip.web.page.AmountText;
import scrip.web.settings.CreditsCards;

/**
 * The form of a workspace's license: {@code plan}, {@code builders}, {@code creditsPerBuilder}, {@code interval},
 * {@code startsAt}, {@code endsAt} and {@code timeZone}, whose local times the others are.
 */
final class LicenseForm {

    static final String NAME = "license";

    private static final int LONGEST_PLAN = 100;
    private static final long MOST_BUILDERS = 1_000_000;
    private static final Map<String, BillingInterval> INTERVALS = Map.of("monthly", BillingInterval.MONTHLY, "annual",
            BillingInterval.ANNUAL);

    private LicenseForm() {}

    /** @return the license that the form is about: the one to come, else the one in force or last in force */
    static Optional<License> subject(Licensing licensing) {
        return Optional.ofNullable(licensing.upcoming() != null ? licensing.upcoming() : licensing.latest());
    }

    /** The form as it opens: the license there is, or a year from today. */
    static Form opening(Licensing licensing, Instant now) {
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        License shown = subject(licensing).orElseGet(() -> new License("Team", 1, Credits.of(800),
                BillingInterval.ANNUAL, today, today.atOffset(ZoneOffset.UTC).plusYears(1).toInstant(),
                ZoneOffset.UTC));
        Map<String, String> values = new LinkedHashMap<>();
        values.put("plan", shown.plan());
        values.put("builders", AmountText.count(shown.builders()));
        values.put("creditsPerBuilder", CreditsCards.text(shown.creditsPerBuilder()));
        values.put("interval", shown.interval().name().toLowerCase(Locale.ROOT));
        values.put("startsAt", Texts.minutes(shown.startsAt(), shown.zone()));
        values.put("endsAt", shown.endsAt() == null ? "" : Texts.minutes(shown.endsAt(), shown.zone()));
        values.put("timeZone", shown.zone().equals(ZoneOffset.UTC) ? "UTC" : shown.zone().getId());
        return Form.opening(NAME, values);
    }

    /**
     * Reads the form; what is wrong with it is noted in it.
     *
     * @param before
     *            what the form opened with: a time that still reads the same is the same to the microsecond, so that
     *            saving it again does not begin other periods (rule 6)
     */
    static Optional<License> read(Form form, Licensing before) {
        Field<String> plan = form.required("plan", Texts.line(LONGEST_PLAN));
        Field<Long> builders = form.required("builders", Texts.whole(0, MOST_BUILDERS));
        Field<Credits> perBuilder = form.required("creditsPerBuilder", Texts::creditsOrNone);
        Field<BillingInterval> interval = form.required("interval", Texts.oneOf(INTERVALS));
        ZoneId zone = form.required("timeZone", Texts::zone).or(ZoneOffset.UTC);
        License known = subject(before).orElse(null);
        Instant startsAt = instant(form.required("startsAt", Texts::localTime), zone,
                known == null ? null : known.startsAt());
        Instant endsAt = instant(form.optional("endsAt", Texts::localTime), zone,
                known == null ? null : known.endsAt());
        if (startsAt != null && endsAt != null && !endsAt.isAfter(startsAt)) {
            form.refuse("endsAt", "not_after_start");
        }
        if (isMoreThanMost(builders.or(0L), perBuilder.or(Credits.ZERO))) {
            form.refuse("creditsPerBuilder", "too_much", AmountText.credits(MeterOperations.MOST.micros()));
        }
        return form.valid(() -> new License(plan.get(), Math.toIntExact(builders.get()), perBuilder.get(),
                interval.get(), start(startsAt), endsAt, zone));
    }

    private static Instant start(@Nullable Instant startsAt) {
        if (startsAt == null) {
            throw new IllegalStateException("a required field was read without its value");
        }
        return startsAt;
    }

    private static @Nullable Instant instant(Field<LocalDateTime> typed, ZoneId zone, @Nullable Instant before) {
        LocalDateTime local = typed.orNull();
        if (local == null) {
            return null;
        }
        boolean same = before != null && local.toString().equals(Texts.minutes(before, zone));
        return same ? before : local.atZone(zone).toInstant();
    }

    private static boolean isMoreThanMost(long builders, Credits perBuilder) {
        return perBuilder.toDecimal().multiply(BigDecimal.valueOf(builders))
                .compareTo(MeterOperations.MOST.toDecimal()) > 0;
    }
}
