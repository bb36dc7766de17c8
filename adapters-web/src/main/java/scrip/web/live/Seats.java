package scrip.web.live;

import java.util.HashMap;
import java.util.Map;

import scrip.domain.pool.PoolId;

/** The streams that a node may have open: so many in all, and so many of one pool. */
final class Seats {

    private final int most;
    private final int mostPerPool;
    private final Map<PoolId, Integer> taken = new HashMap<>();
    private int all;

    Seats(int most, int mostPerPool) {
        this.most = most;
        this.mostPerPool = mostPerPool;
    }

    /** @return false if there is none left, for the pool or at all */
    synchronized boolean take(PoolId pool) {
        if (all >= most || taken.getOrDefault(pool, 0) >= mostPerPool) {
            return false;
        }
        all++;
        taken.merge(pool, 1, Integer::sum);
        return true;
    }

    /** Gives back one that was taken for the pool. */
    synchronized void giveBack(PoolId pool) {
        all--;
        taken.computeIfPresent(pool, (_, many) -> many > 1 ? many - 1 : null);
    }
}
