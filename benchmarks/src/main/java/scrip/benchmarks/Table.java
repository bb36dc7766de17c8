package scrip.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import scrip.benchmarks.load.Sample;

/** A table in Markdown on standard output. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... head) {
        rows.add(List.of(head));
    }

    Table row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(String.valueOf(cell));
        }
        rows.add(row);
        return this;
    }

    /** Adds a row of figures: operations a second, latencies, CPU time. */
    Table row(String name, Sample sample) {
        return row(name, whole(sample.perSecond()), millis(sample.p50()), millis(sample.p99()), millis(sample.p999()),
                whole(sample.cpu().application()), whole(sample.cpu().database()));
    }

    static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    static String millis(double millis) {
        return String.format(Locale.ROOT, "%.2f", millis);
    }

    static String ratio(double one, double other) {
        return String.format(Locale.ROOT, "%.2f", one / other);
    }

    void print() {
        System.out.println();
        for (int i = 0; i < rows.size(); i++) {
            System.out.println("| " + String.join(" | ", rows.get(i)) + " |");
            if (i == 0) {
                System.out.println(rows.getFirst().stream().map(_ -> "---").collect(Collectors.joining("|", "|", "|")));
            }
        }
    }
}
