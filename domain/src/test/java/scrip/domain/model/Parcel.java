package scrip.domain.model;

import java.time.Instant;
import java.util.List;

/**
 * Some credits that came together and end together. Nothing is ever taken from a parcel because it has ended: it is
 * merely of no use from then on, so that one whose end moves is of use again.
 */
final class Parcel {

    enum Kind {
        MONTHLY, PROMOTIONAL, ADD_ON
    }

    final Kind kind;
    /** When it was paid; for others only a place in the order. */
    final Instant since;
    Instant end;
    long micros;

    Parcel(Kind kind, Instant since, Instant end, long micros) {
        this.kind = kind;
        this.since = since;
        this.end = end;
        this.micros = micros;
    }

    boolean isOfUseAt(Instant instant) {
        return instant.isBefore(end);
    }

    static long sum(List<Bit> bits) {
        return bits.stream().mapToLong(bit -> bit.micros).sum();
    }

    /** Some micro-credits taken from a parcel. */
    static final class Bit {
        final Parcel from;
        long micros;

        Bit(Parcel from, long micros) {
            this.from = from;
            this.micros = micros;
        }
    }
}
