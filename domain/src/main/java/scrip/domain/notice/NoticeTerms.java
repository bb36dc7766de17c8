package scrip.domain.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import scrip.domain.credit.Credits;

/**
 * When notices are due, as the operator has configured it (rule 31); an empty list turns that kind off.
 *
 * @param percentLeft
 *            shares of the period's grant that are left, each 0 to 99, lowest first
 * @param daysBefore
 *            days of 24 hours before add-on credits end, each 1 to 365, fewest first
 */
public record NoticeTerms(List<Integer> percentLeft, List<Integer> daysBefore) {

    /** More than any share or number of days: none is reached. */
    public static final int NONE = Integer.MAX_VALUE;

    public static final NoticeTerms DEFAULT = new NoticeTerms(List.of(20, 10, 0), List.of(30, 7, 1));

    private static final int HUNDRED = 100;
    private static final int MOST_DAYS = 365;

    /**
     * Takes the lists in any order.
     *
     * @throws IllegalArgumentException
     *             if a share or a number of days is out of its range
     */
    public NoticeTerms {
        percentLeft = percentLeft.stream().distinct().sorted().toList();
        daysBefore = daysBefore.stream().distinct().sorted().toList();
        require(percentLeft, 0, HUNDRED - 1, "percent left");
        require(daysBefore, 1, MOST_DAYS, "days before the end");
    }

    private static void require(List<Integer> sorted, int least, int most, String what) {
        if (!sorted.isEmpty() && (sorted.getFirst() < least || sorted.getLast() > most)) {
            throw new IllegalArgumentException(what + " has to be " + least + " to " + most + ": " + sorted);
        }
    }

    /** @return the lowest share that no more is left than, or {@link #NONE}; of a grant of nothing there is none */
    public int shareReached(Credits left, Credits granted) {
        if (granted.isPositive()) {
            for (int percent : percentLeft) {
                if (left.micros() <= shareOf(granted.micros(), percent)) {
                    return percent;
                }
            }
        }
        return NONE;
    }

    /** Rounded down, and safe from overflow for any amount. */
    private static long shareOf(long micros, int percent) {
        return micros / HUNDRED * percent + micros % HUNDRED * percent / HUNDRED;
    }

    /** @return the fewest days before the end that have been reached, or {@link #NONE} */
    public int daysReached(Instant end, Instant now) {
        for (int days : daysBefore) {
            if (!now.isBefore(before(end, days))) {
                return days;
            }
        }
        return NONE;
    }

    /** @return when the next notice of that end is due, those of so many days and more having been given */
    public Optional<Instant> nextBefore(Instant end, int given) {
        return daysBefore.reversed().stream().filter(days -> days < given).findFirst().map(days -> before(end, days));
    }

    /** @return so many days before the end */
    public static Instant before(Instant end, int days) {
        return end.minus(Duration.ofDays(days));
    }
}
