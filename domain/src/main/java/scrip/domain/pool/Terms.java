package scrip.domain.pool;

import java.time.Duration;

import scrip.domain.credit.Credits;

/**
 * What the operator of the service has configured about credits.
 *
 * @param freePlanCredits
 *            what a pool without a license is granted each month; zero turns the free plan off (rule 6)
 * @param makeGoodLife
 *            how long credits live that come back as promotional ones (rule 19)
 */
public record Terms(Credits freePlanCredits, Duration makeGoodLife) {

    public static final Terms DEFAULT = new Terms(Credits.of(100), Duration.ofDays(30));
}
