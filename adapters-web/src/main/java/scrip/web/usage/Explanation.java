package scrip.web.usage;

import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.web.page.Moment;

/**
 * What moved a balance between two instants: opening + all lines = closing, in every column; fragment
 * {@code fragments/explanation :: explanation}.
 *
 * @param action where a form asks for other days ({@code explainFrom}, {@code explainTo})
 * @param fromDay first day, ISO
 * @param toDay last day, ISO
 * @param opensAt the beginning
 * @param opening what there was at the beginning
 * @param lines what came and went, one for each type of entry and operation
 * @param closesAt the end, exclusive
 * @param closing what there was at the end
 * @param withDebt whether anything was owed at any time, which has a column then
 */
public record Explanation(
        String action,
        String fromDay,
        String toDay,
        Moment opensAt,
        Amounts opening,
        List<Line> lines,
        Moment closesAt,
        Amounts closing,
        boolean withDebt) {

    /** Credits available, on hold and owed; a change has its sign, "+2,400" or "−640", and none is "–". */
    public record Amounts(String available, String held, String debt) {}

    /**
     * All entries of a type.
     *
     * @param type the ledger's type, such as {@code grant} or {@code spend}
     * @param operation key of the operation, or null
     * @param entries how many, as text
     * @param change what they changed
     */
    public record Line(String type, @Nullable String operation, String entries, Amounts change) {}
}
