package scrip.web.place;

import java.net.URI;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where browsers find this service: at {@code scrip.public-url} if it is set, else where they asked. A cookie belongs to
 * one host, so a buyer has to come back to the one he left.
 */
public final class PublicAddress {

    private final Environment environment;

    public PublicAddress(Environment environment) {
        this.environment = environment;
    }

    /**
     * @param path
     *            with a slash first
     * @return the absolute address
     */
    public String of(HttpServletRequest request, String path) {
        String set = configured();
        return (set.isEmpty() ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() : set)
                + path;
    }

    /** @return this service for people who do not ask it just now, as in e-mails; without a slash at its end */
    public String base() {
        String set = configured();
        return set.isEmpty() ? own() : set;
    }

    /** Whether browsers come by TLS as far as the settings tell. */
    public boolean isSecure() {
        return configured().startsWith("https:");
    }

    /**
     * @return the origin that the built-in payment page is on: this service as it knows itself, which may be another
     *         name than the browser asked by
     */
    public String ownOrigin() {
        String set = configured();
        if (!set.isEmpty()) {
            URI uri = URI.create(set);
            return uri.getScheme() + "://" + uri.getRawAuthority();
        }
        return own();
    }

    private String own() {
        String port = environment.getProperty("local.server.port", "8080");
        return "http://" + environment.getProperty("server.address", "localhost") + ":" + port;
    }

    private String configured() {
        return environment.getProperty("scrip.public-url", "").strip().replaceAll("/+$", "");
    }
}
