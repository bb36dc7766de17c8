package scrip.web.place;

import java.util.Set;
import java.util.regex.Pattern;

import scrip.application.workspace.Workspace;
import scrip.web.wiring.Deployment;

/** Which names workspaces can have: none that an address of Scrip's own begins with. */
public final class Slugs {

    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private static final Set<String> RESERVED = Set.of("about", "account", "actuator", "admin", "api", "assets", "auth",
            "billing", "builder", "checkout", "docs", "embed", "error", "health", "help", "instance", "license",
            "login", "logout", "metrics", "new", "notices", "operator", "pricing", "sandbox", "scrip", "settings",
            "signup", "static", "status", "subscription", "support", "swagger-ui", "v3", "webhooks", "webjars",
            "workspaces", "www");

    private Slugs() {}

    /**
     * @return whether a workspace can have this name: well formed and not reserved; a self-hosted instance has the one
     *         workspace {@value Workspace#INSTANCE}
     */
    public static boolean allows(String slug, Deployment deployment) {
        return switch (deployment) {
            case SELF_HOSTED -> slug.equals(Workspace.INSTANCE);
            case CLOUD -> isWellFormed(slug) && !isReserved(slug);
        };
    }

    /** @return whether it is 1 to 63 of a–z, 0–9 and -, neither first nor last a - */
    public static boolean isWellFormed(String slug) {
        return SYNTAX.matcher(slug).matches();
    }

    /** @return whether an address of Scrip's own begins with it */
    public static boolean isReserved(String slug) {
        return RESERVED.contains(slug);
    }
}
