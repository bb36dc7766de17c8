package scrip.web.api.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.reading.LedgerReader;
import scrip.domain.pool.PoolId;
import scrip.web.api.request.Answers;
import scrip.web.api.request.ApiRequest;
import scrip.web.api.request.Query;
import scrip.web.api.request.QueryTimes;

/** The balance: now, at an instant to come if nobody spends, or as the ledger has it at one that has passed. */
@RestController
public final class BalanceController {

    private static final Duration FARTHEST_AHEAD = Duration.ofDays(731);

    private final BalanceAnswers balances;
    private final LedgerReader ledger;
    private final InstantSource clock;

    public BalanceController(BalanceAnswers balances, LedgerReader ledger, InstantSource clock) {
        this.balances = balances;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/api/v1/balance")
    public ResponseEntity<byte[]> show(ApiRequest request) {
        Query query = request.query();
        Instant at = query.optional("at", QueryTimes::instant).orNull();
        Instant now = clock.instant();
        if (at != null && at.isAfter(now.plus(FARTHEST_AHEAD))) {
            query.reject("at", "must be at most two years ahead");
        }
        query.check();
        return Answers.ok(balance(request.pool(), at, now));
    }

    private Object balance(PoolId pool, @Nullable Instant at, Instant now) {
        if (at == null) {
            return balances.now(pool);
        }
        return at.isBefore(now) ? past(pool, at) : balances.at(pool, at);
    }

    /** What fell due after the pool was last touched is not in the ledger yet, and counts all the same (rule 4). */
    private Object past(PoolId pool, Instant at) {
        BalanceJson untouchedSince = balances.at(pool, at);
        return untouchedSince.asOf().isAfter(at) ? PastBalanceJson.of(at, ledger.balancesAt(pool, at))
                : untouchedSince;
    }
}
