package scrip.web.api.reading;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import scrip.application.reading.LedgerReader;
import scrip.application.reading.LedgerReader.DayOfUse;
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
    private static final Map<String, Function<DayOfUse, String>> KEYS = Map.of("day", use -> use.day().toString(),
            "builder", DayOfUse::builder, "operation", DayOfUse::operation);

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
        Function<DayOfUse, String> key = query.optional("by", UsageController::key).or(use -> use.day().toString());
        if (!from.isBefore(to) || ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
            query.reject("to", "must be 1 to " + MOST_DAYS + " days after from");
        }
        query.check();
        return Answers.ok(rows(ledger.usage(request.pool(), from, to), key));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Function<DayOfUse, String> key(String by) {
        Function<DayOfUse, String> key = KEYS.get(by);
        if (key == null) {
            throw new IllegalArgumentException("must be day, builder or operation");
        }
        return key;
    }

    private static Rows rows(List<DayOfUse> uses, Function<DayOfUse, String> key) {
        Map<String, DayOfUse> sums = new TreeMap<>();
        Credits total = Credits.ZERO;
        for (DayOfUse use : uses) {
            sums.merge(key.apply(use), use, UsageController::sum);
            total = total.plus(use.credits());
        }
        return new Rows(sums.entrySet().stream().map(sum -> new Row(sum.getKey(),
                sum.getValue().credits().toDecimal(), sum.getValue().charges())).toList(), total.toDecimal());
    }

    private static DayOfUse sum(DayOfUse one, DayOfUse other) {
        return new DayOfUse(one.day(), one.builder(), one.operation(), one.credits().plus(other.credits()),
                one.charges() + other.charges());
    }
}
