package scrip.application.workspace;

import java.time.Instant;
import java.util.Set;

import scrip.domain.pool.PoolId;

/**
 * A key that opens one pool's API.
 *
 * @param id
 *            its public part, by which it is found
 * @param secretHash
 *            SHA-256 of its secret part, 32 bytes in hexadecimal; the secret is random and long, so a slow hash would
 *            only cost time
 */
public record ApiKey(String id, PoolId pool, String name, Set<Scope> scopes, String secretHash, Instant createdAt) {}
