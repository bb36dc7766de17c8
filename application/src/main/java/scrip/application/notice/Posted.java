package scrip.application.notice;

import java.time.Instant;

import scrip.domain.notice.Notice;
import scrip.domain.pool.PoolId;

/**
 * A notice as it was written in its turn.
 *
 * @param writtenAt
 *            the instant of that turn
 */
public record Posted(PoolId pool, Notice notice, Instant writtenAt) {}
