package scrip.application.limit;

import java.util.List;

import scrip.domain.credit.Credits;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Limits;

/**
 * How a pool's limits stand in the period that runs.
 *
 * @param equalShare
 *            what custom limits leave of the period's grant, divided among the other members who build
 * @param unallocated
 *            what of the grant no limit gives out
 * @param builders
 *            members who build, and whoever else has a custom limit, use or holds, by e-mail address
 */
public record LimitsReport(Limits limits, Credits granted, Credits equalShare, Credits unallocated,
        List<Standing> builders) {

    static LimitsReport of(CreditPool pool, long sharing, List<Standing> builders) {
        Limits limits = pool.limits();
        Credits granted = pool.period().granted();
        return new LimitsReport(limits, granted, limits.equalShare(granted, sharing),
                limits.unallocated(granted, sharing), builders);
    }

    /** @return whether custom limits promise more than the period grants */
    public boolean isOver() {
        return limits.customTotal().isMoreThan(granted);
    }
}
