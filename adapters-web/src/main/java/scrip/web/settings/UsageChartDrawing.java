package scrip.web.settings;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import scrip.web.page.AmountText;

/** Draws use day by day as a chart that needs no script: pure geometry in whole units. */
public final class UsageChartDrawing {

    private static final int DAY_WIDTH = 100;
    private static final int GAP = 14;
    private static final int HEIGHT = 1000;
    private static final int TICKS = 5;
    private static final long CREDIT = 1_000_000L;
    private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final List<DayUse> days;
    private final long top;

    private UsageChartDrawing(List<DayUse> days) {
        this.days = List.copyOf(days);
        this.top = roundTop(days.stream().mapToLong(DayUse::total).max().orElse(0));
    }

    /**
     * What was spent on a day.
     *
     * @param day the day, in UTC
     * @param microCredits credits in millionths by operation key, each at least 0
     */
    public record DayUse(LocalDate day, Map<String, Long> microCredits) {

        long total() {
            return microCredits.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** The chart of these days, which are given in order and without gaps. */
    public static UsageChart of(List<DayUse> days) {
        return new UsageChartDrawing(days).draw();
    }

    private UsageChart draw() {
        Map<String, Long> totals = totals();
        List<String> stacking = totals.keySet().stream()
                .sorted(Comparator.comparing((String key) -> totals.getOrDefault(key, 0L)).reversed())
                .toList();
        long total = totals.values().stream().mapToLong(Long::longValue).sum();
        return new UsageChart(
                AmountText.credits(total),
                "0 0 " + Math.max(1, days.size()) * DAY_WIDTH + " " + HEIGHT,
                List.of(AmountText.credits(top), AmountText.credits(top / 2), "0"),
                ticks(),
                stacking.stream().map(key -> legend(key, totals)).toList(),
                columns(stacking),
                total == 0);
    }

    private Map<String, Long> totals() {
        Map<String, Long> totals = new TreeMap<>();
        days.forEach(day -> day.microCredits().forEach((key, micros) -> totals.merge(key, micros, Long::sum)));
        totals.values().removeIf(micros -> micros == 0);
        return totals;
    }

    private static UsageChart.Legend legend(String key, Map<String, Long> totals) {
        return new UsageChart.Legend(key, AmountText.credits(totals.getOrDefault(key, 0L)));
    }

    private List<UsageChart.Day> columns(List<String> stacking) {
        List<UsageChart.Day> columns = new ArrayList<>();
        for (DayUse use : days) {
            int left = columns.size() * DAY_WIDTH;
            columns.add(new UsageChart.Day(
                    LABEL.format(use.day()),
                    use.day().toString(),
                    AmountText.credits(use.total()),
                    left,
                    stack(use, left, stacking)));
        }
        return columns;
    }

    private List<UsageChart.Piece> stack(DayUse use, int left, List<String> stacking) {
        List<UsageChart.Piece> pieces = new ArrayList<>();
        long below = 0;
        for (String key : stacking) {
            long micros = use.microCredits().getOrDefault(key, 0L);
            if (micros > 0) {
                int bottom = units(below);
                int height = Math.max(units(below + micros) - bottom, 1);
                pieces.add(new UsageChart.Piece(
                        key,
                        AmountText.credits(micros),
                        left + GAP,
                        HEIGHT - bottom - height,
                        DAY_WIDTH - 2 * GAP,
                        height));
            }
            below += micros;
        }
        return pieces;
    }

    private int units(long micros) {
        return BigInteger.valueOf(micros)
                .multiply(BigInteger.valueOf(HEIGHT))
                .divide(BigInteger.valueOf(top))
                .intValueExact();
    }

    private List<String> ticks() {
        List<String> ticks = new ArrayList<>();
        int last = days.size() - 1;
        for (int i = 0; i < TICKS && last > 0; i++) {
            ticks.add(LABEL.format(days.get(last * i / (TICKS - 1)).day()));
        }
        return ticks;
    }

    /** The next of 10, 20, 40, 100, 200, 400, … credits, so that half of it is a plain number too. */
    private static long roundTop(long highest) {
        long step = 10 * CREDIT;
        while (step < highest && step < Long.MAX_VALUE / 20) {
            for (int factor : new int[]{1, 2, 4, 6, 8}) {
                if (step * factor >= highest) {
                    return step * factor;
                }
            }
            step *= 10;
        }
        return step;
    }
}
