package scrip.web.usage;

import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.web.page.Moment;

/**
 * Usage and history, template {@code usage}. The filters are the address's own parameters {@code from},
 * {@code to} (ISO days, {@code to} inclusive), {@code operation} and {@code builder}.
 *
 * @param kind {@code license} or {@code subscription}: where the reader came from
 * @param settingsUrl the settings page
 * @param filters what is asked for
 * @param total credits of everything that matches, not of this page alone
 * @param charges number of charges that match, as text
 * @param rows this page's charges, newest first
 * @param firstUrl the first page, or null when this is it
 * @param nextUrl the next page, or null when this is the last
 * @param csvUrl everything that matches as CSV
 * @param explanation what moved the balance between the two days, or null for whom may not see it
 */
public record UsagePage(
        String kind,
        String settingsUrl,
        Filters filters,
        String total,
        String charges,
        List<Row> rows,
        @Nullable String firstUrl,
        @Nullable String nextUrl,
        String csvUrl,
        @Nullable Explanation explanation) {

    /**
     * What is asked for.
     *
     * @param action the address without parameters
     * @param from first day, ISO, or empty
     * @param to last day, ISO, or empty
     * @param operation its key, or empty for all
     * @param builder the address, or empty for all
     * @param operations keys to choose from
     * @param builders people to choose from; empty for whom sees only their own
     * @param narrowed whether anything is set
     */
    public record Filters(
            String action,
            String from,
            String to,
            String operation,
            String builder,
            List<String> operations,
            List<Person> builders,
            boolean narrowed) {}

    /**
     * A person to choose.
     *
     * @param email the value
     * @param name as people call them
     */
    public record Person(String email, String name) {}

    /**
     * A charge.
     *
     * @param at when it was made
     * @param operation its key
     * @param builder the name, or the address of whom is no member
     * @param initials one or two letters
     * @param reference the AI service's own reference, or null
     * @param receipt amount, sources and lines
     */
    public record Row(
            Moment at,
            String operation,
            String builder,
            String initials,
            @Nullable String reference,
            Receipt receipt) {}
}
