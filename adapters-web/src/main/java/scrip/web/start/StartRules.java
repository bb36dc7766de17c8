package scrip.web.start;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import scrip.web.demo.DemoSettings;
import scrip.web.license.VendorKeys;

/**
 * Looks at the settings before anything is built or any database started: the demo gets what it needs where nothing else
 * is set, and a start that would not be safe is refused. A command of the jar serves nobody, so anything goes.
 */
final class StartRules implements EnvironmentPostProcessor, Ordered {

    private static final int SHORTEST_KEY = 32;

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (application.getWebApplicationType() == WebApplicationType.NONE) {
            return;
        }
        boolean live = isLive(environment.getProperty("scrip.stripe.api-key", ""));
        if (environment.getProperty("scrip.demo", Boolean.class, false)) {
            if (live) {
                throw new StartRefusedException("The demo does not run with a live Stripe key.",
                        "Remove scrip.demo, or use a test key of Stripe, or none for the built-in sandbox.");
            }
            environment.getPropertySources().addLast(new MapPropertySource("demo", Map.copyOf(DemoSettings.ALL)));
        }
        if (live && environment.getProperty("scrip.clock", "system").equalsIgnoreCase("adjustable")) {
            throw new StartRefusedException("The adjustable clock does not run with a live Stripe key.",
                    "Remove scrip.clock=adjustable, or use a test key of Stripe.");
        }
        checkPublicUrl(environment.getProperty("scrip.public-url", "").strip());
        checkLicenseKey(environment.getProperty("scrip.license.public-key", ""));
        if (environment.getProperty("scrip.operator-key", "").strip().length() < SHORTEST_KEY) {
            throw new StartRefusedException(
                    "scrip.operator-key is not set, or has fewer than " + SHORTEST_KEY + " characters.",
                    "Set SCRIP_OPERATOR_KEY to a random key of your own, such as the output of `openssl rand -hex 32`."
                            + " To look around with demo data instead, start with --scrip.demo=true.");
        }
    }

    private static void checkPublicUrl(String url) {
        if (!url.isEmpty() && !url.matches("(?i)https?://[^/?#@\\s]+(/[^?#\\s]*)?")) {
            throw new StartRefusedException("scrip.public-url is not the address of a web server: " + url,
                    "Set it to where browsers reach Scrip, such as https://credits.example.com.");
        }
    }

    private static void checkLicenseKey(String key) {
        try {
            if (!key.isBlank()) {
                VendorKeys.publicKey(key);
            }
        } catch (IllegalArgumentException e) {
            throw new StartRefusedException("scrip.license.public-key is " + e.getMessage() + ".",
                    "Set it to the line that `license keygen` printed, or leave it empty.");
        }
    }

    private static boolean isLive(String key) {
        return key.strip().startsWith("sk_live_") || key.strip().startsWith("rk_live_");
    }
}
