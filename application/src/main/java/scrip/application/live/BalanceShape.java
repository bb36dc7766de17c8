package scrip.application.live;

import java.util.List;

import scrip.domain.license.Licensing;
import scrip.domain.license.Period;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.Debt;
import scrip.domain.pool.HeldCredits;
import scrip.domain.pool.Stock;

/** What a balance shows of a pool; the instant at which it was looked at is no part of it. */
public record BalanceShape(Licensing licensing, Period period, Stock stock, HeldCredits held, List<Debt> debts) {

    public static BalanceShape of(CreditPool pool) {
        return new BalanceShape(pool.licensing(), pool.period(), pool.stock(), pool.held(), pool.debts());
    }
}
