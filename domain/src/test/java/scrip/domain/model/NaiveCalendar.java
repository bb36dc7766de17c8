package scrip.domain.model;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.jspecify.annotations.Nullable;
import scrip.domain.license.License;

/** Which license counts when, and which month of it: rules 1, 2 and 6. */
final class NaiveCalendar {

    private final Instant createdAt;
    private final long freeMicros;
    private @Nullable License current;
    private @Nullable License next;

    NaiveCalendar(Instant createdAt, long freeMicros) {
        this.createdAt = createdAt;
        this.freeMicros = freeMicros;
    }

    /** A stretch of monthly credits; two with the same name and start are the same one. */
    record Stretch(String name, Instant from, Instant to, long micros, boolean licensed) {

        boolean isSameAs(@Nullable Stretch other) {
            return other != null && name.equals(other.name) && from.equals(other.from);
        }
    }

    void enter(License license, Instant now) {
        if (license.startsAt().isAfter(now)) {
            next = license;
        } else {
            current = license;
            next = null;
        }
    }

    void endAll() {
        current = null;
        next = null;
    }

    Stretch at(Instant t) {
        if (next != null && !t.isBefore(next.startsAt())) {
            current = next;
            next = null;
        }
        License license = current;
        if (license == null || (license.endsAt() != null && !t.isBefore(license.endsAt()))) {
            return month("free", createdAt, ZoneOffset.UTC, freeMicros, t);
        }
        long micros = license.creditsPerBuilder().micros() * license.builders();
        return month("license", license.startsAt(), license.zone(), micros, t);
    }

    private static Stretch month(String name, Instant start, ZoneId zone, long micros, Instant t) {
        LocalDateTime first = start.atZone(zone).toLocalDateTime();
        Instant from = start;
        Instant to = start;
        for (int n = 1; !t.isBefore(to); n++) {
            from = to;
            to = first.plusMonths(n).atZone(zone).toInstant();
        }
        return new Stretch(name + " " + start + " " + zone, from, to, micros, name.equals("license"));
    }

    /** @return the first instant after t at which a license starts or ends, if there is one before {@code orElse} */
    Instant nextChange(Instant t, Instant orElse) {
        Instant first = orElse;
        if (next != null && next.startsAt().isBefore(first)) {
            first = next.startsAt();
        }
        if (current != null && current.endsAt() != null && current.endsAt().isAfter(t)
                && current.endsAt().isBefore(first)) {
            first = current.endsAt();
        }
        return first;
    }
}
