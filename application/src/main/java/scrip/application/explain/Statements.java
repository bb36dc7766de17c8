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
     * What was written.
     *
     * @param pool
     *            as it was last written, with the holds that are due by the second instant
     * @param opening
     *            what each account held at the first
     * @param movements
     *            what moved until the second, added up
     */
    record Statement(Unlocked pool, Map<Account, Long> opening, List<Movement> movements) {}
}
