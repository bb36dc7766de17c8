package scrip.persistence.sql;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/** Instants as they are stored: microseconds since the epoch, which no server rounds. */
public final class Micros {

    private static final long PER_SECOND = 1_000_000;
    private static final int NANOS = 1_000;
    private static final long SECONDS_PER_DAY = 86_400;

    private Micros() {}

    public static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), instant.getNano() / NANOS);
    }

    /** @return null for null */
    public static @Nullable Long ofNullable(@Nullable Instant instant) {
        return instant == null ? null : of(instant);
    }

    public static Instant toInstant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * NANOS);
    }

    /** @return the instant without what is finer than a microsecond */
    public static Instant floor(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** @return whether no later instant that can be stored is of the same day in UTC */
    public static boolean endsDay(Instant instant) {
        return (of(instant) + 1) % (SECONDS_PER_DAY * PER_SECOND) == 0;
    }

    /** @return the day in UTC, in days since the epoch */
    public static long day(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), SECONDS_PER_DAY);
    }
}
