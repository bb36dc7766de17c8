package scrip.web.settings;

import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.web.page.Bar;
import scrip.web.page.Pager;

/**
 * The limits per builder. The form posts {@code enabled} (on or absent), {@code default} (empty for the
 * equal share, else a whole number of at least 1), and for each builder
 * {@code limit.EMAIL}: empty for the same as everybody, else a whole number of at least 1.
 *
 * @param action where the form is posted to
 * @param enabled whether limits are on
 * @param each what everybody without a custom limit may use, as typed, or empty for the equal share
 * @param eachError ends the message key {@code limits.error.…}, as of a row; null when fine
 * @param equalShare what each builder without a custom limit may use, as text
 * @param unallocated what of the period's credits no limit gives out, as text
 * @param overAllocated whether custom limits promise more than the period grants
 * @param builders everyone with a limit, by name
 * @param saved whether limits have just been saved
 * @param shown which of all builders these are
 */
public record LimitsCard(
        String action,
        boolean enabled,
        String each,
        @Nullable String eachError,
        String equalShare,
        String unallocated,
        boolean overAllocated,
        List<Row> builders,
        boolean saved,
        Shown shown) {

    /**
     * A page of builders.
     *
     * @param page its number, from 1 on
     * @param first number of the first of them, as text
     * @param last number of the last
     * @param all how many there are
     * @param pager the way to the others
     */
    public record Shown(int page, String first, String last, String all, Pager pager) {}

    /**
     * A builder's limit.
     *
     * @param email ends the field's name
     * @param name as people call them
     * @param initials one or two letters
     * @param custom the custom limit as typed, or empty for the equal share
     * @param limit the limit in force, as text
     * @param used spent in this period
     * @param held on hold, or null for none
     * @param left what the limit leaves
     * @param bar used and held of the limit
     * @param error ends the message key {@code limits.error.…}: {@code not_whole}, {@code below_one}
     *     or {@code too_much}; null when fine
     */
    public record Row(
            String email,
            String name,
            String initials,
            String custom,
            String limit,
            String used,
            @Nullable String held,
            String left,
            Bar bar,
            @Nullable String error) {}
}
