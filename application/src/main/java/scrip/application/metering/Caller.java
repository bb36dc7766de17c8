package scrip.application.metering;

import scrip.application.pool.RequestKey;
import scrip.domain.pool.PoolId;

/**
 * Who asks, and how it wants to be answered.
 *
 * @param pool
 *            the pool that its API key opens
 * @param key
 *            makes the request happen once (rule 20)
 * @param writer
 *            puts answers into words
 */
public record Caller(PoolId pool, RequestKey key, AnswerWriter writer) {}
