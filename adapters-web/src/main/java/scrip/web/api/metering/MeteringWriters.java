package scrip.web.api.metering;

import scrip.application.metering.AnswerWriter;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.web.api.buying.BuyPage;
import scrip.web.api.reading.BalanceJson;
import scrip.web.api.reading.Paces;

/** Makes the writers of answers, with all that would need I/O looked up before the pool's turn. */
public final class MeteringWriters {

    static final int OK = 200;
    static final int CREATED = 201;

    private final BuyPage buyPage;
    private final Paces paces;

    public MeteringWriters(BuyPage buyPage, Paces paces) {
        this.buyPage = buyPage;
        this.paces = paces;
    }

    /**
     * A writer for a call of its own, which shows the whole balance.
     *
     * @param chargedAs
     *            the status of a charge
     */
    AnswerWriter whole(PoolId pool, int chargedAs) {
        Paces.Pace pace = paces.of(pool);
        return new MeteringAnswers(chargedAs, after -> BalanceJson.of(after, pace.forecast(after)),
                buyPage.of(pool));
    }

    /** A writer for one of many commands, which shows the balance in brief. */
    AnswerWriter brief(PoolId pool, int chargedAs) {
        return new MeteringAnswers(chargedAs, MeteringWriters::brief, buyPage.of(pool));
    }

    private static Object brief(CreditPool pool) {
        return BalanceJson.Brief.of(pool);
    }
}
