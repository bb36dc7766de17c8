package scrip.domain.pool;

import scrip.domain.credit.Credits;

/**
 * What counts against a builder's limit (rule 24).
 *
 * @param used
 *            charged in the period, net of make-goods
 * @param held
 *            set aside by his open holds, whenever they were placed
 */
public record BuilderUse(Credits used, Credits held) {

    public static final BuilderUse NONE = new BuilderUse(Credits.ZERO, Credits.ZERO);

    public Credits total() {
        return used.plus(held);
    }
}
