package scrip.domain.pool;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import scrip.domain.notice.NoticeTerms;

/**
 * What people have been told of a pool (rule 31). It changes with the pool under its lock, so that a notice is given
 * once however many spend at once.
 *
 * @param percentLeft
 *            the lowest share of the running period's grant that was told of since it was armed, or
 *            {@link NoticeTerms#NONE}
 * @param daysBefore
 *            the fewest days before the end of the add-on pool that were told of since it was armed, or
 *            {@link NoticeTerms#NONE}
 * @param lastNumber
 *            number of the last notice, 0 if there is none
 * @param nextAt
 *            when the next notice may be due by time alone: the pool should be touched then; null if none will be
 */
public record Told(int percentLeft, int daysBefore, long lastNumber, @Nullable Instant nextAt) {

    public static final Told NOTHING = new Told(NoticeTerms.NONE, NoticeTerms.NONE, 0, null);

    Told withPercentLeft(int percent) {
        return new Told(percent, daysBefore, lastNumber, nextAt);
    }

    Told withDaysBefore(int days) {
        return new Told(percentLeft, days, lastNumber, nextAt);
    }

    Told withLastNumber(long number) {
        return new Told(percentLeft, daysBefore, number, nextAt);
    }

    Told withNextAt(@Nullable Instant instant) {
        return new Told(percentLeft, daysBefore, lastNumber, instant);
    }
}
