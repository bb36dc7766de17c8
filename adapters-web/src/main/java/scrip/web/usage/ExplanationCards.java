package scrip.web.usage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.application.explain.Explanations;
import scrip.domain.explain.Parts;
import scrip.domain.pool.CreditPool;
import scrip.web.page.AmountText;
import scrip.web.page.Moment;

/** Explains a balance between two days in UTC, as a page shows it. */
public final class ExplanationCards {

    private static final int DAYS = 30;
    private static final int MOST_DAYS = 400;
    /** The finest that instants are kept: what is due at a day's first instant belongs to that day. */
    private static final Duration TICK = ChronoUnit.MICROS.getDuration();

    private final Explanations explanations;

    public ExplanationCards(Explanations explanations) {
        this.explanations = explanations;
    }

    /**
     * @param action
     *            the page's address
     * @param pool
     *            as it is now
     * @param asked
     *            the days of the form; what is missing or makes no range becomes the last 30 days
     */
    public @Nullable Explanation of(String action, CreditPool pool, ExplainQuery asked) {
        LocalDate today = LocalDate.ofInstant(pool.asOf(), ZoneOffset.UTC);
        Range range = Range.of(asked, today);
        Instant after = range.from().minus(TICK);
        return range.last.equals(today)
                ? explanations.explainSoFar(pool.id(), after, pool.asOf())
                        .map(explained -> card(action, range, pool.asOf(), explained)).orElse(null)
                : explanations.explain(pool.id(), after, range.to().minus(TICK))
                        .map(explained -> card(action, range, range.to(), explained)).orElse(null);
    }

    /** From the beginning of the first day to the end of the last. */
    private record Range(LocalDate first, LocalDate last) {

        static Range of(ExplainQuery asked, LocalDate today) {
            LocalDate last = asked.lastDay() == null || asked.lastDay().isAfter(today) ? today : asked.lastDay();
            LocalDate first = asked.firstDay() == null ? last.minusDays(DAYS - 1L) : asked.firstDay();
            return first.isAfter(last) || ChronoUnit.DAYS.between(first, last) > MOST_DAYS
                    ? new Range(last.minusDays(DAYS - 1L), last)
                    : new Range(first, last);
        }

        Instant from() {
            return first.atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        Instant to() {
            return last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    private static Explanation card(String action, Range range, Instant until,
            scrip.domain.explain.Explanation explained) {
        List<Explanation.Line> lines = explained.lines().stream()
                .map(line -> new Explanation.Line(line.type().key(), line.operation(),
                        AmountText.count(line.entries()), change(line.change())))
                .toList();
        boolean withDebt = explained.opening().debt() != 0
                || explained.lines().stream().anyMatch(line -> line.change().debt() != 0);
        return new Explanation(action, range.first.toString(), range.last.toString(), Moment.minute(range.from()),
                balance(explained.opening()), lines, Moment.minute(until), balance(explained.closing()), withDebt);
    }

    private static Explanation.Amounts balance(Parts parts) {
        return new Explanation.Amounts(AmountText.credits(parts.available()), AmountText.credits(parts.held()),
                AmountText.credits(parts.debt()));
    }

    private static Explanation.Amounts change(Parts parts) {
        return new Explanation.Amounts(signed(parts.available()), signed(parts.held()), signed(parts.debt()));
    }

    private static String signed(long micros) {
        if (micros == 0) {
            return "–";
        }
        return (micros > 0 ? "+" : "−") + AmountText.credits(Math.abs(micros));
    }
}
