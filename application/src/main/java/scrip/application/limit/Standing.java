package scrip.application.limit;

import scrip.domain.credit.Credits;
import scrip.domain.pool.BuilderUse;

/**
 * How a builder stands against a limit (rule 24).
 *
 * @param limit
 *            what he may use in the period, as it is or as it would be if limits were on
 * @param use
 *            what counts against it
 */
public record Standing(String email, Credits limit, BuilderUse use) {

    /** @return what the limit leaves; nothing if late settlements went beyond it */
    public Credits left() {
        return limit.minusOrZero(use.total());
    }
}
