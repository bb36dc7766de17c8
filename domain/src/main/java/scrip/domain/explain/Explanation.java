package scrip.domain.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import scrip.domain.ledger.Account;
import scrip.domain.ledger.TransferType;

/**
 * What led from one balance to another: {@code opening} and the changes of all lines make {@code closing}, exactly and in
 * each part.
 *
 * @param lines
 *            one for each reason and operation, in the order of {@link TransferType}
 */
public record Explanation(Parts opening, List<Line> lines, Parts closing) {

    /**
     * Everything that happened for one reason.
     *
     * @param operation
     *            key of the operation it was for, or null
     * @param entries
     *            how many entries of the ledger
     */
    public record Line(TransferType type, @Nullable String operation, long entries, Parts change) {

        private Line plus(Movement movement) {
            return new Line(type, operation, entries + movement.entries(), change.plus(movement));
        }
    }

    private record Reason(TransferType type, @Nullable String operation) {}

    private static final Comparator<Line> ORDER = Comparator.comparing(Line::type)
            .thenComparing(line -> line.operation() == null ? "" : line.operation());

    /**
     * @param opening
     *            what each account held at first
     * @param movements
     *            everything since
     */
    public static Explanation of(Map<Account, Long> opening, List<Movement> movements) {
        Map<Reason, Line> lines = new LinkedHashMap<>();
        Parts first = Parts.of(opening);
        Parts closing = first;
        for (Movement movement : movements) {
            Reason reason = new Reason(movement.type(), movement.operation());
            Line so = lines.getOrDefault(reason, new Line(reason.type, reason.operation, 0, Parts.NOTHING));
            lines.put(reason, so.plus(movement));
            closing = closing.plus(movement);
        }
        List<Line> sorted = new ArrayList<>(lines.values());
        sorted.sort(ORDER);
        return new Explanation(first, List.copyOf(sorted), closing);
    }
}
