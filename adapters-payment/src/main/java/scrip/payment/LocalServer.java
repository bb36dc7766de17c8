package scrip.payment;

import org.springframework.core.env.Environment;

/** Where this application itself listens or will listen: on a random port, known once the server has started. */
final class LocalServer {

    private final Environment environment;

    LocalServer(Environment environment) {
        this.environment = environment;
    }

    /**
     * The address without a slash at its end.
     *
     * @throws IllegalStateException
     *             before the server listens on a random port
     */
    String url() {
        boolean secure = environment.getProperty("server.ssl.enabled", Boolean.class,
                environment.containsProperty("server.ssl.bundle")
                        || environment.containsProperty("server.ssl.key-store"));
        String host = environment.getProperty("server.address", "localhost");
        return (secure ? "https://" : "http://") + host + ":" + port()
                + environment.getProperty("server.servlet.context-path", "");
    }

    private String port() {
        String settled = environment.getProperty("server.port", "8080");
        String port = environment.getProperty("local.server.port", settled);
        if (port.equals("0")) {
            throw new IllegalStateException("the server has not started, so nobody knows its port yet");
        }
        return port;
    }

    /** The address for browsers: the public one if it is set. */
    String publicUrl() {
        String set = environment.getProperty("scrip.public-url", "");
        return set.isBlank() ? url() : set.strip().replaceAll("/+$", "");
    }
}
