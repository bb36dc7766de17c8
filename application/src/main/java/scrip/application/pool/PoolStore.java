package scrip.application.pool;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import scrip.domain.ledger.ChainHash;
import scrip.domain.ledger.Entry;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Decision;
import scrip.domain.pool.Hold;
import scrip.domain.pool.Loaded;
import scrip.domain.pool.PoolId;
import scrip.domain.purchase.Purchase;

/** Where pools are kept, with all that changes with them in one transaction. */
public interface PoolStore {

    /**
     * One durable transaction over some pools: locks their rows in the order of their ids, takes the time, loads, lets
     * the caller decide and writes what was decided. When it returns, all is durable; when it throws, nothing was
     * written, unless the connection was lost while committing: the keys tell then.
     *
     * @param wanted
     *            what to load, by pool; a pool that does not exist is passed over
     * @param clock
     *            gives the one instant of the turn, asked for once the locks are held
     * @param decide
     *            called once for each pool, in the order of their ids
     * @throws ConflictException
     *             if the transaction lost against another or its connection, and may be tried again
     * @throws UnavailableException
     *             if the store cannot be reached
     */
    void transact(Map<PoolId, Wanted> wanted, InstantSource clock, Function<Locked, Changes> decide);

    /**
     * Reads a pool without locking it.
     *
     * @param now
     *            by when holds are due
     * @return the pool as it was last written, with every open hold that lapses by {@code now}
     */
    Optional<Unlocked> read(PoolId id, Instant now);

    /** Reads one hold without locking, as it was last written. */
    Optional<Hold> hold(PoolId id, long number);

    /**
     * What to load with a pool: the union of what the requests name.
     *
     * @param keys
     *            request keys whose answers may be kept
     * @param builders
     *            whose limits may matter: they are loaded only if limits are on, or are about to change
     * @param limits
     *            whether limits are about to change
     */
    record Wanted(Set<String> keys, Set<Long> holds, Set<Long> charges, Set<String> purchases, Set<String> builders,
            boolean limits) {

        public Wanted(Set<String> keys, Set<Long> holds, Set<Long> charges, Set<String> purchases) {
            this(keys, holds, charges, purchases, Set.of(), false);
        }
    }

    /**
     * A pool whose row is locked.
     *
     * @param now
     *            the instant of the turn
     * @param seq
     *            number of its last ledger entry, 0 if there is none
     * @param hash
     *            hash of that entry
     * @param answers
     *            kept answers by key, of the keys wanted
     */
    record Locked(CreditPool pool, Instant now, long seq, ChainHash hash, Loaded loaded,
            Map<String, KeptAnswer> answers, Map<String, Purchase> purchases) {}

    /** A pool as it was read, and the holds that are due. */
    record Unlocked(CreditPool pool, long seq, Loaded due) {}

    /**
     * What to write.
     *
     * @param decision
     *            the pool after the turn, its holds, charges, usage and repayments
     * @param entries
     *            the decision's transfers, sealed
     * @param answers
     *            answers to keep
     * @param purchases
     *            purchases that are new or changed, each once
     */
    record Changes(Decision decision, List<Entry> entries, List<KeptAnswer> answers, List<Purchase> purchases) {}
}
