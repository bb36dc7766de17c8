package scrip.web.operator;

import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.web.page.Moment;
import scrip.web.usage.Explanation;

/**
 * A workspace's ledger, template {@code operator/ledger}.
 *
 * @param name the workspace's name
 * @param workspaceUrl its page
 * @param explanation what moved the balance between two days, or null
 * @param entries this page's entries, newest first
 * @param firstUrl the first page, or null when this is it
 * @param nextUrl the next page, or null when this is the last
 */
public record LedgerPage(
        String name,
        String workspaceUrl,
        @Nullable Explanation explanation,
        List<Entry> entries,
        @Nullable String firstUrl,
        @Nullable String nextUrl) {

    /**
     * An entry.
     *
     * @param seq its number without gaps
     * @param dueAt when it was due
     * @param writtenAt when it was written
     * @param type such as {@code grant} or {@code spend}
     * @param from the account it left
     * @param to the account it entered
     * @param credits the amount
     * @param cause the charge, hold, purchase or grant behind it, or empty
     * @param hash the first characters of its hash
     */
    public record Entry(
            String seq,
            Moment dueAt,
            Moment writtenAt,
            String type,
            String from,
            String to,
            String credits,
            String cause,
            String hash) {}
}
