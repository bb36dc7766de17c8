package scrip.web.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

/** Serves the gallery and its assets on a free local port under the application's strict Content-Security-Policy. */
final class GalleryServer implements AutoCloseable {

    static final String POLICY = "default-src 'self'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
            + " object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private final Gallery gallery = new Gallery();
    private final PageRenderer renderer = new PageRenderer();
    private final HttpServer server;

    GalleryServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI address(String name) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
    }

    Gallery gallery() {
        return gallery;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = content(path);
        exchange.getResponseHeaders().set("Content-Type", type(path));
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.sendResponseHeaders(body == null ? 204 : 200, body == null ? -1 : body.length);
        if (body != null) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private byte @Nullable [] content(String path) throws IOException {
        if (path.startsWith("/assets/")) {
            return resource("static" + path);
        }
        if (path.startsWith("/webjars/")) {
            int end = path.indexOf('/', "/webjars/".length());
            return webjar(path.substring("/webjars/".length(), end), path.substring(end + 1));
        }
        String name = path.endsWith("/buy") ? "buy" : path.substring(1);
        Gallery.Exhibit exhibit = gallery.exhibits().get(name);
        return exhibit == null
                ? null
                : renderer.render(exhibit.view(), exhibit.model()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] webjar(String name, String rest) throws IOException {
        Enumeration<java.net.URL> poms = GalleryServer.class
                .getClassLoader()
                .getResources("META-INF/maven/org.webjars.npm/" + name + "/pom.properties");
        java.util.Properties properties = new java.util.Properties();
        try (InputStream in = poms.nextElement().openStream()) {
            properties.load(in);
        }
        return resource(
                "META-INF/resources/webjars/" + name + "/" + properties.getProperty("version") + "/" + rest);
    }

    private static byte @Nullable [] resource(String name) throws IOException {
        try (InputStream in = GalleryServer.class.getClassLoader().getResourceAsStream(name)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    private static String type(String path) {
        if (path.endsWith(".css")) {
            return "text/css;charset=UTF-8";
        }
        if (path.endsWith(".js")) {
            return "text/javascript;charset=UTF-8";
        }
        return path.endsWith(".svg") ? "image/svg+xml" : "text/html;charset=UTF-8";
    }
}
