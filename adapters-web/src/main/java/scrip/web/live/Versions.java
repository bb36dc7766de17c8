package scrip.web.live;

import scrip.application.live.BalanceShape;
import scrip.domain.pool.CreditPool;
import scrip.web.api.security.Sha256;

/** Names what a balance shows, so that whoever has it can say so. */
public final class Versions {

    private static final int LENGTH = 16;

    private Versions() {}

    /** @return the same for two looks at a pool that show the same, on every node */
    public static String of(CreditPool pool) {
        return Sha256.hexOf(BalanceShape.of(pool).toString()).substring(0, LENGTH);
    }
}
