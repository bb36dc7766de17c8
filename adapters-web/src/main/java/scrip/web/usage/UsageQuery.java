package scrip.web.usage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import scrip.application.reading.UseFilter;
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
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
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

    boolean matches(Charge charge) {
        LocalDate last = lastDay();
        return !isPast(charge) && (last == null || !day(charge).isAfter(last))
                && (operation == null || charge.work().operation().equals(operation))
                && (builder == null || charge.work().builder().equals(builder));
    }

    /** @return what charges of these days come to, of which there are none after today */
    UseFilter use(LocalDate today) {
        LocalDate first = firstDay();
        LocalDate last = lastDay();
        return new UseFilter(first == null ? LocalDate.EPOCH : first,
                (last == null || last.isAfter(today) ? today : last).plusDays(1), builder, operation);
    }

    /** @return whether this charge and all before it are too early */
    boolean isPast(Charge charge) {
        LocalDate first = firstDay();
        return first != null && day(charge).isBefore(first);
    }

    private static LocalDate day(Charge charge) {
        return LocalDate.ofInstant(charge.chargedAt(), ZoneOffset.UTC);
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
