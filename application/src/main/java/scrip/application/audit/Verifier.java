package scrip.application.audit;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import scrip.application.audit.Verification.Finding;
import scrip.domain.pool.PoolId;

/**
 * Verifies everything that is kept against the ledgers, pool by pool, each as it was at one moment: nothing is locked,
 * and what moves meanwhile is not mistaken for a flaw. Memory is bounded by what pools hold now, not by how long their
 * ledgers are.
 */
public final class Verifier {

    private static final int PAGE = 500;

    private final Archive archive;
    private final InstantSource clock;

    public Verifier(Archive archive, InstantSource clock) {
        this.archive = archive;
        this.clock = clock;
    }

    /** Hears how far a verification has come. */
    @FunctionalInterface
    public interface Progress {

        /**
         * @param pools
         *            that were verified
         * @param entries
         *            that were read, also of the pool that is being verified
         */
        void reached(long pools, long entries);
    }

    /**
     * @throws scrip.application.pool.UnavailableException
     *             if the store cannot be reached
     */
    public Verification verify() {
        return verify((_, _) -> {
        });
    }

    /**
     * @param progress
     *            is told all along
     * @throws scrip.application.pool.UnavailableException
     *             if the store cannot be reached
     */
    public Verification verify(Progress progress) {
        var begun = clock.instant();
        long pools = 0;
        long entries = 0;
        List<Finding> findings = new ArrayList<>();
        Paged<PoolId> all = new Paged<>(after -> archive.pools(after == null ? 0 : after.value(), PAGE));
        while (all.hasNext()) {
            PoolId pool = all.next();
            long so = pools;
            long read = entries;
            Inspection.Result result = archive.look(pool, view -> new Inspection(pool, view,
                    here -> progress.reached(so, read + here)).run());
            pools++;
            entries += result.entries();
            progress.reached(pools, entries);
            result.flaws().stream().limit(Verification.MOST - findings.size())
                    .forEach(flaw -> findings.add(new Finding(pool, flaw)));
        }
        return new Verification(begun, pools, entries, findings);
    }
}
