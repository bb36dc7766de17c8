package scrip.web.usage;

import java.util.List;

import scrip.web.page.Moment;

/**
 * What moved a balance between two instants: opening + all lines = closing, fragment
 * {@code fragments/explanation :: explanation}.
 *
 * @param action where a form asks for other days ({@code explainFrom}, {@code explainTo})
 * @param fromDay first day, ISO
 * @param toDay last day, ISO
 * @param opensAt the beginning
 * @param opening available and held at the beginning
 * @param lines what came and went, one for each type of entry
 * @param closesAt the end, exclusive
 * @param closing available and held at the end
 */
public record Explanation(
        String action,
        String fromDay,
        String toDay,
        Moment opensAt,
        String opening,
        List<Line> lines,
        Moment closesAt,
        String closing) {

    /**
     * All entries of a type.
     *
     * @param type the ledger's type, such as {@code grant} or {@code spend}
     * @param entries how many, as text
     * @param credits with its sign, "+2,400" or "−640"
     * @param direction {@code in} or {@code out}
     */
    public record Line(String type, String entries, String credits, String direction) {}
}
