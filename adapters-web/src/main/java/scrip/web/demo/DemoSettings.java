package scrip.web.demo;

import java.util.Map;

/** What the demo sets where nothing else is set. */
public final class DemoSettings {

    /** The operator's key, long enough and known to all. */
    static final String OPERATOR_KEY = "demo-operator-key-known-to-everybody-0000";

    /** The operator's password. */
    static final String OPERATOR_PASSWORD = "scrip-operator";

    /** Settings by name. */
    public static final Map<String, String> ALL = Map.of("scrip.deployment", "cloud", "scrip.clock", "adjustable",
            "scrip.operator-key", OPERATOR_KEY, "scrip.operator-password", OPERATOR_PASSWORD);

    private DemoSettings() {}
}
