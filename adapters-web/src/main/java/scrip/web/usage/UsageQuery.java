package scrip.web.usage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import scrip.application.reading.UseFilter;

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

    private static final int LAST_YEAR = 9_999;

    UsageQuery {
        operation = wants(operation) ? operation : null;
        builder = wants(builder) ? builder : null;
    }

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
            LocalDate day = text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
            return day == null || day.getYear() < LocalDate.EPOCH.getYear() || day.getYear() > LAST_YEAR ? null : day;
        } catch (DateTimeException _) {
            return null;
        }
    }

    /** @return this query for one builder's charges only */
    UsageQuery of(String email) {
        return new UsageQuery(from, to, operation, email, before);
    }

    /** @return this query from another charge on, or from the newest */
    UsageQuery goOnBefore(@Nullable Long charge) {
        return new UsageQuery(from, to, operation, builder, charge);
    }

    boolean isNarrowed() {
        return firstDay() != null || lastDay() != null || operation != null || builder != null;
    }

    /** @return the charges that are asked for */
    UseFilter charges() {
        LocalDate first = firstDay();
        LocalDate last = lastDay();
        return new UseFilter(first == null ? UseFilter.ALL.fromInclusive() : first,
                last == null ? UseFilter.ALL.toExclusive() : last.plusDays(1), builder, operation);
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
