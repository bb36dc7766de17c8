package scrip.domain.pool;

import scrip.domain.credit.Credits;
import scrip.domain.ledger.Source;

/**
 * Credits of one source, taken or to be taken.
 *
 * @param credits
 *            above zero
 */
public record Slice(Source source, Credits credits) {}
