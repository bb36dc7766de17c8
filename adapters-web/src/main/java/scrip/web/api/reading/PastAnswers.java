package scrip.web.api.reading;

import java.time.Instant;
import java.util.List;

import scrip.application.reading.PastBalances;
import scrip.domain.pool.CreditPool;
import scrip.domain.pool.PoolId;
import scrip.web.api.json.FieldError;
import scrip.web.api.problem.Problem;

/** Balances as they stood, with the forecasts of then. */
public final class PastAnswers {

    private final PastBalances balances;

    public PastAnswers(PastBalances balances) {
        this.balances = balances;
    }

    /**
     * @param instant
     *            not after now
     * @throws scrip.web.api.problem.ProblemException
     *             {@code invalid_field} if so much is not remembered of the pool
     */
    BalanceJson at(PoolId pool, Instant instant) {
        CreditPool then = balances.at(pool, instant)
                .orElseThrow(() -> Problem.invalid(List.of(new FieldError("at", "is before what is remembered")))
                        .asException());
        return BalanceJson.of(then, balances.forecast(then));
    }
}
