package scrip.web.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * An instant as a page shows it: readable text in UTC, and the exact instant that a script turns into
 * the reader's own zone.
 *
 * @param text readable, in UTC
 * @param iso the exact instant, ISO-8601 in UTC
 * @param style {@code day} or {@code minute}: how much of it is shown
 */
public record Moment(String text, String iso, String style) {

    private static final DateTimeFormatter DAY = english("d MMM yyyy");
    private static final DateTimeFormatter MINUTE = english("d MMM yyyy, HH:mm 'UTC'");

    /** The day of an instant, "24 Dec 2026". */
    public static Moment day(Instant instant) {
        return new Moment(DAY.format(instant), instant.toString(), "day");
    }

    /** An instant to the minute, "24 Dec 2026, 09:30 UTC". */
    public static Moment minute(Instant instant) {
        return new Moment(MINUTE.format(instant), instant.toString(), "minute");
    }

    /** A calendar day without a time, "24 Dec 2026"; no reader's zone changes it. */
    public static String date(LocalDate date) {
        return DAY.format(date.atStartOfDay(ZoneOffset.UTC));
    }

    private static DateTimeFormatter english(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
