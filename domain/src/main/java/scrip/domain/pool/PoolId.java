package scrip.domain.pool;

/**
 * Names a pool: the instance when self-hosted, one workspace in the cloud.
 *
 * @param value
 *            above zero; drawn at random so that it tells nothing
 */
public record PoolId(long value) implements Comparable<PoolId> {

    public PoolId {
        if (value <= 0) {
            throw new IllegalArgumentException("a pool's id is above zero, not " + value);
        }
    }

    @Override
    public int compareTo(PoolId other) {
        return Long.compare(value, other.value);
    }
}
