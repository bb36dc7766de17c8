package scrip.application.explain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import scrip.application.pool.PoolStore.Unlocked;
import scrip.domain.explain.Movement;
import scrip.domain.ledger.Account;
import scrip.domain.pool.PoolId;

/** Reads what was written of a pool between two instants, all of it at one moment and without a lock. */
public interface Statements {

    /**
     * @param afterExclusive
     *            entries due by then make the opening balance
     * @param untilInclusive
     *            entries due later than the first and by this are what moved it
     * @return nothing if there is no such pool
     * @throws scrip.application.pool.UnavailableException
     *             if the store cannot be reached
     */
    Optional<Statement> read(PoolId pool, Instant afterExclusive, Instant untilInclusive);

    /**
     * Everything after the first instant that was written so far, so that nothing that happens meanwhile is in part there
     * and in part not.
     *
     * @param now
     *            the statement ends then, or when anything was last written if that is later
     * @return nothing if there is no such pool
     * @throws scrip.application.pool.UnavailableException
     *             if the store cannot be reached
     */
    Optional<Statement> readSoFar(PoolId pool, Instant afterExclusive, Instant now);

    /**
     * What was written.
     *
     * @param pool
     *            as it was last written, with the holds that are due by its end
     * @param until
     *            its end, inclusive
     * @param opening
     *            what each account held at the first
     * @param movements
     *            what moved until its end, added up; the same reason may come several times
     */
    record Statement(Unlocked pool, Instant until, Map<Account, Long> opening, List<Movement> movements) {}
}
