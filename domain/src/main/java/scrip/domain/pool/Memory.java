package scrip.domain.pool;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import scrip.domain.ledger.Transfer;

/**
 * What has to be remembered of a pool as a turn left it, so that its past can be told later ({@link Hindsight}): its parts,
 * which movements alone do not tell. Remembered are the first turn of each day, which bounds the movements that have to be
 * read, and every turn that changed the parts or the past.
 *
 * @param pool
 *            as the turn left it, without its limits, which are no part of a balance
 * @param lateFrom
 *            when the earliest movement of the turn was due, if that lies before the pool's time: the past has changed from
 *            then on (rule 10); else null
 */
public record Memory(CreditPool pool, @Nullable Instant lateFrom) {

    /** What is remembered of a pool before its first turn. */
    public static Memory ofNew(CreditPool pool) {
        return new Memory(pool, null);
    }

    /**
     * @param before
     *            the pool before the turn
     * @return nothing, as of most turns, if the movements will tell how it stood
     */
    public static Optional<Memory> of(CreditPool before, Decision decision) {
        CreditPool after = decision.pool();
        Instant lateFrom = lateFrom(before, decision.transfers());
        return lateFrom != null || !day(before).equals(day(after)) || hasOtherParts(before, after)
                ? Optional.of(new Memory(withoutLimits(after), lateFrom))
                : Optional.empty();
    }

    private static @Nullable Instant lateFrom(CreditPool before, List<Transfer> transfers) {
        Instant earliest = before.asOf();
        for (Transfer transfer : transfers) {
            earliest = transfer.dueAt().isBefore(earliest) ? transfer.dueAt() : earliest;
        }
        return earliest.isBefore(before.asOf()) ? earliest : null;
    }

    private static LocalDate day(CreditPool pool) {
        return LocalDate.ofInstant(pool.asOf(), ZoneOffset.UTC);
    }

    private static boolean hasOtherParts(CreditPool one, CreditPool other) {
        return !one.licensing().equals(other.licensing()) || !one.period().equals(other.period())
                || areOther(one.stock().grants(), other.stock().grants())
                || areOther(one.stock().addOn(), other.stock().addOn());
    }

    private static boolean areOther(List<Grant> these, List<Grant> those) {
        boolean other = these.size() != those.size();
        for (int i = 0; i < these.size() && !other; i++) {
            other = these.get(i).number() != those.get(i).number();
        }
        return other;
    }

    /** The pool that has ended changes with this one. */
    private static boolean areOther(AddOn one, AddOn other) {
        boolean different = one.lots().size() != other.lots().size();
        for (int i = 0; i < one.lots().size() && !different; i++) {
            Lot lot = other.lots().get(i);
            different = !one.lots().get(i).withAvailable(lot.available()).equals(lot);
        }
        Instant end = one.endsAt();
        return different || (end == null ? other.endsAt() != null : !end.equals(other.endsAt()));
    }

    private static CreditPool withoutLimits(CreditPool pool) {
        return new CreditPool(pool.id(), pool.createdAt(), pool.asOf(), pool.lastNumber(), pool.licensing(),
                pool.period(), pool.stock(), pool.held(), pool.debts(), pool.told(), Limits.NONE);
    }
}
