package scrip.domain.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import scrip.domain.pool.Hold;

/**
 * A hold as it is kept.
 *
 * @param lapsesAt
 *            when it is found to be due, or null if it never is
 */
public record KeptHold(Hold hold, @Nullable Instant lapsesAt) {}
