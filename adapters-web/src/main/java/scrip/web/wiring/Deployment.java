package scrip.web.wiring;

/** Whether one customer runs Scrip for itself, or many share it. */
public enum Deployment {
    /** One pool for the whole instance; settings are at {@code /settings/license}. */
    SELF_HOSTED,
    /** A pool for each workspace; settings are at {@code /{workspace}/settings/subscription}. */
    CLOUD
}
