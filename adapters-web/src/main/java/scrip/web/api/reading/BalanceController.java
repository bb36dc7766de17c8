package scrip.web.api.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.domain.pool.PoolId;
import scrip.web.api.request.Answers;
import scrip.web.api.request.ApiRequest;
import scrip.web.api.request.Query;
import scrip.web.api.request.QueryTimes;

/** The balance: now, at an instant to come if nobody spends, or as it stood at one that has passed. */
@RestController
public final class BalanceController {

    private static final Duration FARTHEST_AHEAD = Duration.ofDays(731);

    private final BalanceAnswers balances;
    private final PastAnswers past;
    private final InstantSource clock;

    public BalanceController(BalanceAnswers balances, PastAnswers past, InstantSource clock) {
        this.balances = balances;
        this.past = past;
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

    private BalanceJson balance(PoolId pool, @Nullable Instant at, Instant now) {
        if (at == null) {
            return balances.now(pool);
        }
        return at.isBefore(now) ? past.at(pool, at) : balances.at(pool, at);
    }
}
