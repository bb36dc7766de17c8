package scrip.web.explain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.explain.Explanations;
import scrip.domain.credit.Credits;
import scrip.domain.explain.Explanation;
import scrip.domain.explain.Parts;
import scrip.web.api.request.Answers;
import scrip.web.api.request.ApiRequest;
import scrip.web.api.request.Query;
import scrip.web.api.request.QueryTimes;

/** What led from the balance at one instant to the balance at another. */
@RestController
final class ExplainController {

    private static final Duration LONGEST = Duration.ofDays(400);
    private static final Duration USUAL = Duration.ofDays(30);

    private final Explanations explanations;
    private final InstantSource clock;

    ExplainController(Explanations explanations, InstantSource clock) {
        this.explanations = explanations;
        this.clock = clock;
    }

    /** Changes have their signs. */
    record PartsJson(BigDecimal available, BigDecimal held, BigDecimal debt) {

        static PartsJson of(Parts parts) {
            return new PartsJson(credits(parts.available()), credits(parts.held()), credits(parts.debt()));
        }

        private static BigDecimal credits(long micros) {
            BigDecimal size = Credits.ofMicros(Math.abs(micros)).toDecimal();
            return micros < 0 ? size.negate() : size;
        }
    }

    record LineJson(String type, @Nullable String operation, long entries, PartsJson change) {

        static LineJson of(Explanation.Line line) {
            return new LineJson(line.type().key(), line.operation(), line.entries(), PartsJson.of(line.change()));
        }
    }

    record ExplanationJson(Instant from, Instant to, PartsJson opening, List<LineJson> lines, PartsJson closing) {}

    /** What was due by {@code from} is in the opening balance; the last 30 days unless told otherwise. */
    @GetMapping("/api/v1/explain")
    ResponseEntity<byte[]> explain(ApiRequest request) {
        Query query = request.query();
        Instant now = clock.instant();
        Instant to = query.optional("to", QueryTimes::instant).or(now);
        Instant from = query.optional("from", QueryTimes::instant).or(to.minus(USUAL));
        if (from.isAfter(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            query.reject("to", "must be at or after from, by at most " + LONGEST.toDays() + " days");
        }
        if (to.isAfter(now.plus(LONGEST))) {
            query.reject("to", "must be at most " + LONGEST.toDays() + " days ahead");
        }
        query.check();
        Explanation explained = explanations.explain(request.pool(), from, to)
                .orElseThrow(() -> new IllegalStateException("a key opens a pool that is not there"));
        return Answers.ok(new ExplanationJson(from, to, PartsJson.of(explained.opening()),
                explained.lines().stream().map(LineJson::of).toList(), PartsJson.of(explained.closing())));
    }
}
