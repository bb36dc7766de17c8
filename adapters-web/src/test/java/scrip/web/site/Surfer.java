package scrip.web.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser that has no script: follows forms and keeps cookies, but goes no redirect by itself. */
public final class Surfer implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String origin;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;

    public Surfer(int port) {
        this("http://localhost:" + port, HttpClient.newBuilder());
    }

    private Surfer(String origin, HttpClient.Builder client) {
        this.origin = origin;
        this.client = client.cookieHandler(cookies).build();
    }

    /** @param address of this machine's own, 127.0.0.x: whoever comes from another is another to the service */
    static Surfer from(InetAddress address, int port) {
        return new Surfer("http://127.0.0.1:" + port, HttpClient.newBuilder().localAddress(address));
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(origin + path)).header("Accept", "text/html"));
    }

    /** Asks as a service does, which has an API key and no session. */
    HttpResponse<String> getWithKey(String path, String key) {
        return send(HttpRequest.newBuilder(URI.create(origin + path)).header("Authorization", "Bearer " + key));
    }

    /** Does something once as a service does. */
    HttpResponse<String> postWithKey(String path, String key, String json) {
        return send(HttpRequest.newBuilder(URI.create(origin + path)).header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json").header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(json)));
    }

    /** Sends a form with the token of the page that it stands on. */
    public HttpResponse<String> post(String page, String action, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(get(page).body());
        String csrf = token.find() ? token.group(1) : "";
        return postWith(csrf, action, fields);
    }

    /** @return a stream of events, which goes on until it ends */
    HttpResponse<InputStream> listen(String path) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(origin + path)).header("Accept", "text/event-stream")
                    .build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a form from a page that was opened long ago. */
    HttpResponse<String> postStale(String page, String action) {
        return send(HttpRequest.newBuilder(URI.create(origin + action)).header("Accept", "text/html")
                .header("Referer", origin + page).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=of-a-session-before")));
    }

    HttpResponse<String> postWith(String csrf, String action, Map<String, String> fields) {
        String form = fields.entrySet().stream().map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&", "_csrf=" + encode(csrf) + "&", ""));
        return send(HttpRequest.newBuilder(URI.create(origin + action)).header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)));
    }

    public HttpResponse<String> signIn(String name, String password) {
        return post("/login", "/login", Map.of("username", name, "password", password));
    }

    List<HttpCookie> cookies() {
        return cookies.getCookieStore().getCookies();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
