package scrip.benchmarks.load;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import scrip.domain.pool.PoolId;

/** Pools to put load on: the first most, the n-th an n-th as often (Zipf). */
public final class Pools {

    private final List<PoolId> ids;
    private final double[] upTo;

    /** @param ids at least one */
    public Pools(List<PoolId> ids) {
        this.ids = List.copyOf(ids);
        this.upTo = new double[ids.size()];
        double sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += 1.0 / (i + 1);
            upTo[i] = sum;
        }
    }

    PoolId draw(RandomGenerator random) {
        int found = Arrays.binarySearch(upTo, random.nextDouble(upTo[upTo.length - 1]));
        return ids.get(found < 0 ? -found - 1 : found);
    }
}
