package scrip.application.workspace;

import java.time.Instant;

import scrip.domain.pool.PoolId;

/**
 * Those who share one pool: the instance when self-hosted, a workspace in the cloud.
 *
 * @param pool
 *            its pool, which is also its own id
 * @param slug
 *            its name in addresses: 1 to 63 of a–z, 0–9 and -, neither first nor last a -
 * @param name
 *            as people read it
 */
public record Workspace(PoolId pool, String slug, String name, Instant createdAt) {

    /** The one workspace of a self-hosted instance. */
    public static final String INSTANCE = "instance";
}
