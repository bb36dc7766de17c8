package scrip.web.operator;

import java.util.List;

import org.jspecify.annotations.Nullable;
import scrip.web.form.Form;
import scrip.web.page.Bar;

/**
 * All workspaces with their balances, template {@code operator/workspaces}.
 *
 * @param search what was looked for, or empty
 * @param action where the search is sent by GET as {@code q}
 * @param rows this page's workspaces, by slug
 * @param nextUrl the next page, or null when this is the last
 * @param create makes a workspace, or null when there can be no other
 */
public record WorkspacesPage(
        String search,
        String action,
        List<Row> rows,
        @Nullable String nextUrl,
        @Nullable Creating create) {

    /**
     * How a workspace is made.
     *
     * @param url where {@code slug} and {@code name} are posted to
     * @param form as it was typed
     */
    public record Creating(String url, Form form) {}

    /**
     * A workspace.
     *
     * @param slug its address
     * @param name its name
     * @param url its page
     * @param plan the plan's name, or null for the free plan
     * @param status {@code active}, {@code ended} or {@code none}
     * @param available credits that can be spent now
     * @param monthly monthly credits left
     * @param addOn add-on credits left
     * @param debt owed, or null
     * @param bar used and held of the period's grant
     */
    public record Row(
            String slug,
            String name,
            String url,
            @Nullable String plan,
            String status,
            String available,
            String monthly,
            String addOn,
            @Nullable String debt,
            Bar bar) {}
}
