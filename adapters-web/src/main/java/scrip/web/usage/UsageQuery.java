package scrip.web.usage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import scrip.domain.pool.Charge;

/**
 * Which charges are asked for, as the address says; what cannot be read asks for nothing in particular.
 *
 * @param from
 *            first day in UTC, ISO
 * @param to
 *            last day in UTC, ISO
 * @param operation
 *            key of an operation
 * @param builder
 *            e-mail address of a builder
 * @param before
 *            number of the charge that the page before ended with
 */
record UsageQuery(@Nullable String from, @Nullable String to, @Nullable String operation, @Nullable String builder,
        @Nullable Long before) {

    @Nullable
    LocalDate firstDay() {
        return day(from);
    }

    @Nullable
    LocalDate lastDay() {
        return day(to);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException _) {
            return null;
        }
    }

    /** @return this query for one builder's charges only */
    UsageQuery of(String email) {
        return new UsageQuery(from, to, operation, email, before);
    }

    boolean isNarrowed() {
        return firstDay() != null || lastDay() != null || wants(operation) || wants(builder);
    }

    boolean matches(Charge charge) {
        return matches(LocalDate.ofInstant(charge.chargedAt(), ZoneOffset.UTC), charge.work().operation(),
                charge.work().builder());
    }

    boolean matches(LocalDate day, String ofOperation, String ofBuilder) {
        LocalDate first = firstDay();
        LocalDate last = lastDay();
        return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last))
                && (!wants(operation) || ofOperation.equals(operation))
                && (!wants(builder) || ofBuilder.equals(builder));
    }

    /** @return whether this charge and all before it are too early */
    boolean isPast(Charge charge) {
        LocalDate first = firstDay();
        return first != null && LocalDate.ofInstant(charge.chargedAt(), ZoneOffset.UTC).isBefore(first);
    }

    private static boolean wants(@Nullable String value) {
        return value != null && !value.isBlank();
    }

    /** @return the address that asks for this, from another charge on */
    String url(String path, @Nullable Long startingBefore) {
        StringBuilder url = new StringBuilder(path);
        add(url, "from", from);
        add(url, "to", to);
        add(url, "operation", operation);
        add(url, "builder", builder);
        add(url, "before", startingBefore == null ? null : startingBefore.toString());
        return url.toString();
    }

    private static void add(StringBuilder url, String name, @Nullable String value) {
        if (wants(value)) {
            url.append(url.indexOf("?") < 0 ? '?' : '&').append(name).append('=')
                    .append(URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8));
        }
    }
}
