package scrip.benchmarks.http;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.HdrHistogram.Histogram;
import scrip.benchmarks.load.Sample;

/** Somebody at a browser, or a program with a key: asks for one page after another and waits for each. */
public final class Visitor {

    private static final int DIGITS = 3;

    private final App app;
    private final Map<String, String> headers = new LinkedHashMap<>();

    Visitor(App app) {
        this.app = app;
    }

    /** @return a program that shows this API key */
    static Visitor withKey(App app, String key) {
        Visitor visitor = new Visitor(app);
        visitor.headers.put("Authorization", "Bearer " + key);
        return visitor;
    }

    /** @return somebody who has signed in */
    static Visitor signedIn(App app, String username, String password) {
        Visitor visitor = new Visitor(app);
        HttpResponse<String> page = visitor.ask("/login");
        visitor.keepCookies(page);
        String token = page.body().replaceFirst("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1");
        String form = Map.of("username", username, "password", password, "_csrf", token).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> entry = app.send(visitor.request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build());
        visitor.keepCookies(entry);
        if (entry.headers().firstValue("Location").orElse("").contains("login")) {
            throw new IllegalStateException(username + " may not sign in");
        }
        return visitor;
    }

    private void keepCookies(HttpResponse<String> response) {
        Map<String, String> cookies = new LinkedHashMap<>();
        String before = headers.getOrDefault("Cookie", "");
        for (String cookie : before.isEmpty() ? new String[0] : before.split("; ")) {
            cookies.put(cookie.split("=", 2)[0], cookie);
        }
        response.headers().allValues("Set-Cookie")
                .forEach(cookie -> cookies.put(cookie.split("=", 2)[0], cookie.split(";", 2)[0]));
        headers.put("Cookie", String.join("; ", cookies.values()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(app.address() + path));
        headers.forEach(request::header);
        return request;
    }

    private HttpResponse<String> ask(String path) {
        return app.send(request(path).build());
    }

    /** @return what is there */
    public String read(String path) {
        HttpResponse<String> response = ask(path);
        if (response.statusCode() != 200) {
            throw new IllegalStateException("%s answers %d: %s %s".formatted(path, response.statusCode(),
                    response.headers().firstValue("Location").orElse(""), response.body()));
        }
        return response.body();
    }

    /** @param paths tells where to go next */
    public Sample visit(Supplier<String> paths, Duration warmUp, Duration time) {
        goAround(paths, warmUp, new Histogram(DIGITS));
        Histogram latencies = new Histogram(DIGITS);
        Sample.Running sample = new Sample.Running();
        return sample.end(latencies, goAround(paths, time, latencies));
    }

    private long goAround(Supplier<String> paths, Duration time, Histogram latencies) {
        long end = System.nanoTime() + time.toNanos();
        long count = 0;
        while (System.nanoTime() < end) {
            String path = paths.get();
            long begun = System.nanoTime();
            String page = read(path);
            latencies.recordValue(System.nanoTime() - begun);
            if (page.isEmpty()) {
                throw new IllegalStateException("there is nothing at " + path);
            }
            count++;
        }
        return count;
    }
}
