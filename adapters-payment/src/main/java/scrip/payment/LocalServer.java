package scrip.payment;

import org.springframework.core.env.Environment;

/** Where this application itself listens: known once the server has started, also on a random port. */
final class LocalServer {

    private final Environment environment;

    LocalServer(Environment environment) {
        this.environment = environment;
    }

    /**
     * The address without a slash at its end.
     *
     * @throws IllegalStateException
     *             before the server listens
     */
    String url() {
        boolean secure = environment.getProperty("server.ssl.enabled", Boolean.class,
                environment.containsProperty("server.ssl.bundle")
                        || environment.containsProperty("server.ssl.key-store"));
        String host = environment.getProperty("server.address", "localhost");
        return (secure ? "https://" : "http://") + host + ":" + environment.getRequiredProperty("local.server.port")
                + environment.getProperty("server.servlet.context-path", "");
    }

    /** The address for browsers: the public one if it is set. */
    String publicUrl() {
        String set = environment.getProperty("scrip.public-url", "");
        return set.isBlank() ? url() : set.strip().replaceAll("/+$", "");
    }
}
