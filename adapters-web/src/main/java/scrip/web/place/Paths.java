package scrip.web.place;

/** The addresses of pages in both deployments, as patterns; a controller maps both, and a {@link Visit} tells them apart. */
public final class Paths {

    /** Settings of a self-hosted instance. */
    public static final String LICENSE = "/settings/license";

    /** Settings of a workspace in the cloud. */
    public static final String SUBSCRIPTION = "/{workspace}/settings/subscription";

    /** The builder of a self-hosted instance. */
    public static final String BUILDER = "/builder";

    /** The builder of a workspace in the cloud. */
    public static final String WORKSPACE_BUILDER = "/{workspace}/builder";

    /** The variable of the patterns that names the workspace. */
    static final String WORKSPACE = "workspace";

    private static final String BELOW = "/**";

    private Paths() {}

    /** Every address of a place's pages, in both deployments. */
    public static String[] all() {
        return new String[]{LICENSE + BELOW, BUILDER + BELOW, SUBSCRIPTION + BELOW, WORKSPACE_BUILDER + BELOW};
    }
}
