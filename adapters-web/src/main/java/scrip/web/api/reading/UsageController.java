package scrip.web.api.reading;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.reading.LedgerReader;
import scrip.application.reading.UseFilter;
import scrip.application.reading.UseKey;
import scrip.application.reading.UseSum;
import scrip.domain.credit.Credits;
import scrip.web.api.request.Answers;
import scrip.web.api.request.ApiRequest;
import scrip.web.api.request.Query;
import scrip.web.api.request.QueryTimes;

/** What was used, net of make-goods, by day, builder or operation. */
@RestController
public final class UsageController {

    private static final int DAYS = 30;
    private static final int MOST_DAYS = 400;
    private static final Map<String, UseKey> KEYS = Map.of("day", UseKey.DAY, "builder", UseKey.BUILDER,
            "operation", UseKey.OPERATION);

    private final LedgerReader ledger;
    private final InstantSource clock;

    public UsageController(LedgerReader ledger, InstantSource clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The use of one day, builder or operation. */
    record Row(String key, BigDecimal credits, long charges) {}

    record Rows(List<Row> rows, BigDecimal total) {}

    /** From the day {@code from} to before the day {@code to}, in UTC; the last 30 days unless told otherwise. */
    @GetMapping("/api/v1/usage")
    public ResponseEntity<byte[]> show(ApiRequest request) {
        Query query = request.query();
        LocalDate to = query.optional("to", QueryTimes::day).or(today().plusDays(1));
        LocalDate from = query.optional("from", QueryTimes::day).or(to.minusDays(DAYS));
        UseKey key = query.optional("by", UsageController::key).or(UseKey.DAY);
        if (!from.isBefore(to) || ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
            query.reject("to", "must be 1 to " + MOST_DAYS + " days after from");
        }
        query.check();
        return Answers.ok(rows(ledger.useBy(key, request.pool(), UseFilter.days(from, to))));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static UseKey key(String by) {
        UseKey key = KEYS.get(by);
        if (key == null) {
            throw new IllegalArgumentException("must be day, builder or operation");
        }
        return key;
    }

    private static Rows rows(SortedMap<String, UseSum> sums) {
        Credits total = sums.values().stream().map(UseSum::credits).reduce(Credits.ZERO, Credits::plus);
        return new Rows(sums.entrySet().stream().map(sum -> new Row(sum.getKey(),
                sum.getValue().credits().toDecimal(), sum.getValue().charges())).toList(), total.toDecimal());
    }
}
