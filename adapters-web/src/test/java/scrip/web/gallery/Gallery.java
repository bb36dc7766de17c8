package scrip.web.gallery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import scrip.web.signin.WorkspaceChoice;

/** Every page in every state worth looking at: a name, a view and its model. */
final class Gallery {

    /** A view with its model. */
    record Exhibit(String view, Map<String, Object> model) {}

    private final Map<String, Exhibit> exhibits = new LinkedHashMap<>();

    Gallery() {
        page("login", "login", "", Samples.signIn());
        page("settings", "settings", "subscription", Samples.subscription());
        page("settings-license", "settings", "subscription", Samples.license());
        page("settings-builder", "settings", "subscription", Samples.asBuilder());
        page("settings-unused", "settings", "subscription", Samples.unused());
        page("settings-notices", "settings", "subscription", NoticeSamples.all());
        page("buy", "buy", "subscription", BuySamples.buy());
        page("buy-refused", "buy", "subscription", BuySamples.buyRefused());
        page("builder-fresh", "builder", "builder", BuilderSamples.fresh());
        page("builder", "builder", "builder", BuilderSamples.estimating());
        page("builder-running", "builder", "builder", BuilderSamples.running());
        page("builder-out", "builder", "builder", BuilderSamples.outOfCredits(false));
        page("builder-arrived", "builder", "builder", BuilderSamples.outOfCredits(true));
        page("usage", "usage", "usage", UsageSamples.charges());
        page("usage-none", "usage", "usage", UsageSamples.nothing());
        operator("workspaces", OperatorSamples.workspaces());
        operator("workspace", OperatorSamples.workspace());
        exhibits.put("operator-workspace-refused", new Exhibit("operator/workspace",
                Map.of("page", OperatorSamples.refused(), "frame", OperatorSamples.frame("workspaces"))));
        operator("ledger", OperatorSamples.ledger());
        operator("promo-codes", OperatorSamples.promoCodes());
        operator("webhooks", OperatorSamples.webhooks());
        operator("verify", OperatorSamples.verified());
        operator("verify-first", "verify", OperatorSamples.notVerified());
        operator("verify-running", "verify", OperatorSamples.verifying());
        Set.of(400, 403, 404, 405, 500, 503)
                .forEach(status -> exhibits.put("error-" + status, new Exhibit("error/" + status, Map.of())));
        exhibits.put("error-signed-in", new Exhibit("error/503", Map.of("frame", Samples.frame(""))));
        exhibits.put("error-stale", new Exhibit("error/403", Map.of("frame", Samples.frame(""), "stale",
                "/nexuscorp/settings/subscription")));
        page("choose", "choose", "", new WorkspaceChoice(List.of(
                new WorkspaceChoice.Choice("Nexus Corp", "NC", "/nexuscorp/settings/subscription", "admin"),
                new WorkspaceChoice.Choice("Tiny Tools", "TT", "/tinytools/builder", "builder"))));
        page("login-unsent", "login", "", Samples.signIn("unsent"));
        exhibits.put("error-other", new Exhibit("error", Map.of("status", 418)));
    }

    Map<String, Exhibit> exhibits() {
        return exhibits;
    }

    private void page(String name, String view, String current, Object page) {
        exhibits.put(name, new Exhibit(view, Map.of("page", page, "frame", Samples.frame(current))));
    }

    private void operator(String name, Object page) {
        operator(name, name, page);
    }

    private void operator(String name, String view, Object page) {
        exhibits.put(
                "operator-" + name,
                new Exhibit("operator/" + view, Map.of("page", page, "frame", OperatorSamples.frame(view))));
    }
}
