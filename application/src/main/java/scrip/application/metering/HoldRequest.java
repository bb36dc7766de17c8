package scrip.application.metering;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import scrip.domain.credit.Credits;
import scrip.domain.pool.Work;

/**
 * A hold as it is asked for.
 *
 * @param credits
 *            above zero, or null for what the operation typically costs (rule 22), within the ceiling
 * @param ceiling
 *            not below the credits, or null
 * @param timeToLive
 *            a second to 24 hours
 */
public record HoldRequest(Work work, @Nullable Credits credits, @Nullable Credits ceiling, Duration timeToLive) {

    /** How long a hold lives unless it is asked otherwise (rule 13). */
    public static final Duration DEFAULT_LIFE = Duration.ofMinutes(15);

    /** How long a hold can be asked to live at most. */
    public static final Duration LONGEST_LIFE = Duration.ofHours(24);
}
