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
        LocalDate last = asked.lastDay() == null || asked.lastDay().isAfter(today) ? today : asked.lastDay();
        LocalDate first = asked.firstDay() == null ? last.minusDays(DAYS - 1L) : asked.firstDay();
        if (first.isAfter(last) || ChronoUnit.DAYS.between(first, last) > MOST_DAYS) {
            first = last.minusDays(DAYS - 1L);
        }
        Instant from = start(first);
        Instant to = last.equals(today) ? pool.asOf() : start(last.plusDays(1)).minus(TICK);
        Range range = new Range(first, last, from, last.equals(today) ? pool.asOf() : start(last.plusDays(1)));
        return explanations.explain(pool.id(), from.minus(TICK), to)
                .map(explained -> card(action, range, explained)).orElse(null);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private record Range(LocalDate first, LocalDate last, Instant from, Instant to) {}

    private static Explanation card(String action, Range range, scrip.domain.explain.Explanation explained) {
        List<Explanation.Line> lines = explained.lines().stream()
                .map(line -> new Explanation.Line(line.type().key(), line.operation(),
                        AmountText.count(line.entries()), change(line.change())))
                .toList();
        boolean withDebt = explained.opening().debt() != 0
                || explained.lines().stream().anyMatch(line -> line.change().debt() != 0);
        return new Explanation(action, range.first.toString(), range.last.toString(), Moment.minute(range.from),
                balance(explained.opening()), lines, Moment.minute(range.to), balance(explained.closing()), withDebt);
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
