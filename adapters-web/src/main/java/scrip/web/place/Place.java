package scrip.web.place;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import scrip.application.workspace.Workspace;
import scrip.web.wiring.Deployment;

/** A workspace, or the instance, and where its pages are in its deployment. */
public record Place(Workspace workspace, Deployment deployment) {

    /** @return {@code license} or {@code subscription}: what its settings are about */
    public String kind() {
        return deployment == Deployment.SELF_HOSTED ? "license" : "subscription";
    }

    /** @return the settings page; everything else about credits is below it */
    public String settings() {
        return base() + "/settings/" + kind();
    }

    public String usage() {
        return settings() + "/usage";
    }

    /** @return the charges of one builder */
    public String usageOf(String email) {
        return usage() + "?builder=" + URLEncoder.encode(email, StandardCharsets.UTF_8);
    }

    public String buy() {
        return settings() + "/buy";
    }

    public String builder() {
        return base() + "/builder";
    }

    private String base() {
        return deployment == Deployment.SELF_HOSTED ? "" : "/" + workspace.slug();
    }
}
