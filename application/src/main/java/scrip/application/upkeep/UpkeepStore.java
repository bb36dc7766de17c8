package scrip.application.upkeep;

import java.time.Instant;
import java.util.List;

import scrip.domain.pool.PoolId;

/** Where what is no longer needed is dropped. Each call is one short transaction, and any node may call at any time. */
public interface UpkeepStore {

    /**
     * Drops answers that were kept under their requests' keys.
     *
     * @param keptBefore
     *            exclusive
     * @param most
     *            how many at most, the oldest first; those of one turn go together, however many they are
     * @return how many
     */
    int dropAnswers(Instant keptBefore, int most);

    /**
     * Drops settled and released holds of a pool, looking through some of its holds in the order of their numbers. Open
     * ones stay, and so do lapsed ones: they may still be settled (rule 16).
     *
     * @param after
     *            the number to begin after
     * @param expiredBefore
     *            by when they would have lapsed, exclusive
     * @param most
     *            how many holds to look through at most
     * @return where to go on
     */
    Progress dropHolds(PoolId pool, long after, Instant expiredBefore, int most);

    /**
     * How far the holds of a pool were looked through.
     *
     * @param dropped
     *            how many were dropped
     * @param last
     *            number of the last that was looked at
     * @param more
     *            whether older ones may follow
     */
    record Progress(int dropped, long last, boolean more) {}

    /**
     * @param after
     *            where the last page ended, 0 for the first
     * @return pools in the order of their ids
     */
    List<PoolId> pools(long after, int most);
}
