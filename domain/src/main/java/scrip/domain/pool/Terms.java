package scrip.domain.pool;

import java.time.Duration;

import scrip.domain.credit.Credits;
import scrip.domain.notice.NoticeTerms;

/**
 * What the operator of the service has configured about credits.
 *
 * @param freePlanCredits
 *            what a pool without a license is granted each month; zero turns the free plan off (rule 6)
 * @param makeGoodLife
 *            how long credits live that come back as promotional ones (rule 19)
 * @param notices
 *            when people are told of their credits (rule 31)
 */
public record Terms(Credits freePlanCredits, Duration makeGoodLife, NoticeTerms notices) {

    public static final Terms DEFAULT = new Terms(Credits.of(100), Duration.ofDays(30));

    /** Terms with the usual notices. */
    public Terms(Credits freePlanCredits, Duration makeGoodLife) {
        this(freePlanCredits, makeGoodLife, NoticeTerms.DEFAULT);
    }
}
