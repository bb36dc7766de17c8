package scrip.domain.license;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The licenses of one pool: the one in force or last in force, and one that is still to come (rule 6).
 *
 * @param latest
 *            the license in force, or the one that ended last; null if there never was one
 * @param upcoming
 *            a license entered with a start to come; the latest runs on until then
 */
public record Licensing(@Nullable License latest, @Nullable License upcoming) {

    public static final Licensing NONE = new Licensing(null, null);

    /** @return what follows once {@code license} is entered: at once, or when its start comes */
    public Licensing enter(License license, Instant now) {
        return license.startsAt().isAfter(now) ? new Licensing(latest, license) : new Licensing(license, null);
    }

    /** @return what follows once every license is ended at the instant */
    public Licensing endAll(Instant now) {
        return latest != null && latest.startsAt().isBefore(now)
                ? new Licensing(latest.endingBy(now), null)
                : NONE;
    }

    /** @return the licenses as they stand at the instant: an upcoming one whose start has come is the latest */
    public Licensing at(Instant instant) {
        return upcoming != null && !upcoming.startsAt().isAfter(instant) ? new Licensing(upcoming, null) : this;
    }

    public Optional<License> inForceAt(Instant instant) {
        return Optional.ofNullable(at(instant).latest).filter(license -> license.isInForceAt(instant));
    }

    /** @return the first instant after {@code instant} at which a license starts or ends */
    public Optional<Instant> nextChangeAfter(Instant instant) {
        Instant start = upcoming == null ? null : upcoming.startsAt();
        Instant end = latest == null ? null : latest.endsAt();
        Instant first = start != null && (end == null || !end.isAfter(instant) || start.isBefore(end)) ? start : end;
        return Optional.ofNullable(first).filter(change -> change.isAfter(instant));
    }
}
