package scrip.application.reading;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Which use is asked for.
 *
 * @param fromInclusive
 *            first day in UTC
 * @param toExclusive
 *            the day after the last
 * @param builder
 *            only this builder's, or null for all
 * @param operation
 *            only this operation's, or null for all
 */
public record UseFilter(LocalDate fromInclusive, LocalDate toExclusive, @Nullable String builder,
        @Nullable String operation) {

    /** All use there ever was. */
    public static final UseFilter ALL = days(LocalDate.EPOCH, LocalDate.of(10_000, 1, 1));

    /** @return all use of those days */
    public static UseFilter days(LocalDate fromInclusive, LocalDate toExclusive) {
        return new UseFilter(fromInclusive, toExclusive, null, null);
    }

    /** @return whether use of that day, in UTC, is asked for */
    public boolean includes(LocalDate day, String ofBuilder, String ofOperation) {
        return !day.isBefore(fromInclusive) && day.isBefore(toExclusive)
                && (builder == null || builder.equals(ofBuilder))
                && (operation == null || operation.equals(ofOperation));
    }
}
