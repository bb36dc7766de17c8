package scrip.domain.audit;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import scrip.domain.audit.Flaw.Kind;

/**
 * Adds charges up and compares the sums with the totals that are kept, one group after another: charges come in the order
 * in which they were made, so a group is over once the next begins.
 */
final class UseCheck {

    private final Iterator<UseTotal> kept;
    private final LongFunction<String> name;
    private final Flaws flaws;
    private final Map<Who, UseTotal> sums = new LinkedHashMap<>();
    private @Nullable UseTotal next;
    private long group = Long.MIN_VALUE;

    private record Who(String builder, String operation) {

        static Who of(UseTotal use) {
            return new Who(use.builder(), use.operation());
        }
    }

    /**
     * @param kept
     *            totals in the order of their groups
     * @param name
     *            names a group for people
     */
    UseCheck(Iterator<UseTotal> kept, LongFunction<String> name, Flaws flaws) {
        this.kept = kept;
        this.name = name;
        this.flaws = flaws;
        advance();
    }

    private void advance() {
        next = kept.hasNext() ? kept.next() : null;
    }

    void add(UseTotal use) {
        if (use.group() != group) {
            close();
            group = use.group();
        }
        sums.merge(Who.of(use), use, UseTotal::plus);
    }

    void end() {
        close();
        for (UseTotal extra = next; extra != null; extra = next) {
            unfounded(extra);
            advance();
        }
    }

    private void close() {
        for (UseTotal total = next; total != null && total.group() <= group; total = next) {
            UseTotal said = total.group() == group ? sums.remove(Who.of(total)) : null;
            if (said == null) {
                unfounded(total);
            } else {
                compare(total, said);
            }
            advance();
        }
        sums.values().forEach(sum -> add(sum,
                "is missing; the charges say %s credits".formatted(Flaws.credits(sum.micros()))));
        sums.clear();
    }

    private void compare(UseTotal total, UseTotal said) {
        if (said.micros() != total.micros() || said.charges() != total.charges()) {
            add(total, "is kept as %s credits in %d charges; the charges say %s in %d".formatted(
                    Flaws.credits(total.micros()), total.charges(), Flaws.credits(said.micros()), said.charges()));
        } else if (!said.equals(total)) {
            add(total, "is kept for charges %d to %d; they are %d to %d".formatted(total.firstCharge(),
                    total.lastCharge(), said.firstCharge(), said.lastCharge()));
        }
    }

    private void unfounded(UseTotal total) {
        add(total, "is kept as %s credits, but there is no charge".formatted(Flaws.credits(total.micros())));
    }

    private void add(UseTotal total, String what) {
        String by = Stream.of(total.builder(), total.operation()).filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        flaws.add(Kind.TOTAL, null, "The use of %s in %s %s.".formatted(by, name.apply(total.group()), what));
    }
}
