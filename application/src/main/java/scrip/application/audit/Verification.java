package scrip.application.audit;

import java.time.Instant;
import java.util.List;

import scrip.domain.audit.Flaw;
import scrip.domain.pool.PoolId;

/**
 * What verifying all pools came to.
 *
 * @param at
 *            when it began
 * @param pools
 *            how many were verified
 * @param entries
 *            how many entries their ledgers have
 * @param findings
 *            what does not add up; at most {@value #MOST}
 */
public record Verification(Instant at, long pools, long entries, List<Finding> findings) {

    static final int MOST = 1_000;

    public Verification {
        findings = List.copyOf(findings);
    }

    /** Something that does not add up, and where. */
    public record Finding(PoolId pool, Flaw flaw) {}

    public boolean ok() {
        return findings.isEmpty();
    }
}
