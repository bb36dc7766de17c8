package scrip.domain.pricing;

import java.time.Duration;
import java.util.List;

import scrip.domain.credit.Credits;

/**
 * What an operation typically costs a pool (rule 22): the catalogue's average, or what its own history shows once there
 * is enough of it.
 *
 * @param typical
 *            the median; above zero
 * @param low
 *            the 10th percentile
 * @param high
 *            the 90th percentile
 * @param observed
 *            whether they come from the pool's own history
 */
public record TypicalCost(Credits typical, Credits low, Credits high, boolean observed) {

    /** So many charges make a history. */
    public static final int ENOUGH = 20;

    /** Only charges of so long count. */
    public static final Duration WINDOW = Duration.ofDays(30);

    private static final int TENTHS = 10;

    /**
     * @param costs
     *            what the pool's charges of the operation cost within {@link #WINDOW}, in any order, each above zero
     */
    public static TypicalCost of(Operation operation, List<Credits> costs) {
        if (costs.size() < ENOUGH) {
            return new TypicalCost(operation.typical(), operation.typical(), operation.typical(), false);
        }
        List<Credits> sorted = costs.stream().sorted().toList();
        return new TypicalCost(tenths(sorted, 5), tenths(sorted, 1), tenths(sorted, 9), true);
    }

    /** Between two costs it is interpolated, so that the median of an even number is midway; rounded down to micros. */
    private static Credits tenths(List<Credits> sorted, int tenths) {
        int place = tenths * (sorted.size() - 1);
        long below = sorted.get(place / TENTHS).micros();
        long above = sorted.get(place / TENTHS + 1).micros();
        return Credits.ofMicros(below + (above - below) * (place % TENTHS) / TENTHS);
    }
}
