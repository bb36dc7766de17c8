package scrip.application.notice;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import scrip.domain.pool.PoolId;

/**
 * Reads notices without locking, and keeps who has seen enough of them. They are written only in a turn of their pool
 * ({@link scrip.application.pool.PoolStore}), so that one is there if and only if the turn that decided it is.
 */
public interface Notices {

    /**
     * @param limit
     *            1 to 1,000
     * @return the pool's notices, newest first
     */
    List<Posted> ofPool(PoolId pool, int limit);

    /** @return numbers of the notices that this person has dismissed */
    Set<Long> dismissedBy(PoolId pool, String email);

    /** Hides a notice from one person for good; one that is dismissed already, or that there is not, is passed over. */
    void dismiss(PoolId pool, String email, long number, Instant at);

    /**
     * @param limit
     *            1 to 1,000
     * @return pools to which time alone may have brought a notice, earliest first: whoever touches one writes it
     */
    List<PoolId> poolsDue(Instant now, int limit);
}
