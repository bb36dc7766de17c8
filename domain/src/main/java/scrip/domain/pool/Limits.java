package scrip.domain.pool;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;

/**
 * How much each builder may use in a period (rule 24). Limits only refuse: they never create, move or reserve credits.
 *
 * @param enabled
 *            whether they are in force
 * @param each
 *            what a builder without a custom limit may use, whole and above zero; null for an equal share
 * @param custom
 *            custom limits by e-mail address, whole and above zero; one counts as long as it stands, whether or not
 *            there is such a member
 */
public record Limits(boolean enabled, @Nullable Credits each, Map<String, Credits> custom) {

    /** Limits as they are before anybody sets any: off, and an equal share once they are on. */
    public static final Limits NONE = new Limits(false, null, Map.of());

    public Limits {
        custom = Map.copyOf(custom);
    }

    /** @return what all custom limits come to, or the most that credits can be if that is less */
    public Credits customTotal() {
        Credits sum = Credits.ZERO;
        for (Credits limit : custom.values()) {
            sum = sum.plusOrMost(limit);
        }
        return sum;
    }

    /**
     * @param granted
     *            the period's monthly credits
     * @param sharing
     *            how many share; none counts as one
     * @return what custom limits leave of them, divided among those who share, floored to whole credits
     */
    public Credits equalShare(Credits granted, long sharing) {
        Credits rest = granted.minusOrZero(customTotal());
        return Credits.ofMicros(rest.micros() / Math.max(1, sharing)).wholeFloor();
    }

    /** @return what the builder may use in a period; parameters as for {@link #equalShare} */
    public Credits of(String builder, Credits granted, long sharing) {
        Credits own = custom.get(builder);
        if (own != null) {
            return own;
        }
        return each == null ? equalShare(granted, sharing) : each;
    }

    /**
     * @return what of the period's monthly credits no limit gives out; nothing if limits give out all or more;
     *         parameters as for {@link #equalShare}
     */
    public Credits unallocated(Credits granted, long sharing) {
        Credits share = each == null ? equalShare(granted, sharing) : each;
        Credits rest = granted.minusOrZero(customTotal());
        // Divided rather than multiplied: what so many may use together need not fit.
        boolean allGivenOut = sharing > 0 && share.micros() > rest.micros() / sharing;
        return allGivenOut ? Credits.ZERO : rest.minus(share.times(sharing));
    }
}
