package scrip.application.audit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import scrip.domain.audit.DayTotal;
import scrip.domain.audit.HeldTotal;
import scrip.domain.audit.Line;
import scrip.domain.audit.MovementTotal;
import scrip.domain.audit.StoredPool;
import scrip.domain.audit.UseTotal;
import scrip.domain.pool.Charge;
import scrip.domain.pool.Hold;
import scrip.domain.pool.PoolId;
import scrip.domain.purchase.Purchase;

/** Everything that is kept of pools, as it is kept, to be verified. */
public interface Archive {

    /**
     * @param after
     *            id before the first wanted, 0 for the beginning
     * @return ids of pools in order, also of those that have lost their row
     */
    List<PoolId> pools(long after, int limit);

    /**
     * Shows a pool as it was at one moment, however long it is looked at and whatever happens meanwhile; nothing is
     * locked.
     *
     * @throws scrip.application.pool.UnavailableException
     *             if the store cannot be reached
     */
    <T> T look(PoolId pool, Function<View, T> at);

    /**
     * What there is of the pool, page by page; {@code after} is what the page before ended with. Whatever cannot be read,
     * except for an entry, is a {@link DamagedRowException}.
     */
    interface View {

        /** Nothing if the pool has no row. */
        Optional<StoredPool> pool();

        /** The pool as it is remembered of its past, in the order of its ledger. */
        List<StoredPool> remembered(@Nullable StoredPool after, int limit);

        /** The ledger in order, from 0. */
        List<Line> entries(long after, int limit);

        /** Open holds by their numbers, from 0. */
        List<Hold> holds(long after, int limit);

        /** What builders have on hold, in the order of their addresses, from an empty one; only what is not zero. */
        List<HeldTotal> held(String after, int limit);

        /** Charges by their numbers, from 0, with what repaid their debt. */
        List<Charge> charges(long after, int limit);

        /** Totals by day and account. */
        List<DayTotal> days(@Nullable DayTotal after, int limit);

        /** Use by day, builder and operation. */
        List<UseTotal> useByDay(@Nullable UseTotal after, int limit);

        /** What moved by day and reason, in the order of days, types, operations and accounts. */
        List<MovementTotal> movements(@Nullable MovementTotal after, int limit);

        /** Use by month, builder and operation. */
        List<UseTotal> useByMonth(@Nullable UseTotal after, int limit);

        /** Use of all builders by day and operation. */
        List<UseTotal> useOfDays(@Nullable UseTotal after, int limit);

        /** Use by period and builder. */
        List<UseTotal> useByPeriod(@Nullable UseTotal after, int limit);

        /** Purchases by their ids, from an empty one. */
        List<Purchase> purchases(String after, int limit);
    }
}
