package scrip.web.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicLong;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the API as a service or the operator does: JSON, a bearer key, a new Idempotency-Key for each POST. */
public final class ApiClient {

    static final JsonMapper JSON = new JsonMapper();

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicLong KEYS = new AtomicLong();

    private final String base;
    private final String bearer;

    public ApiClient(int port, String bearer) {
        this.base = "http://127.0.0.1:" + port;
        this.bearer = bearer;
    }

    /** What came back. */
    public record Reply(int status, HttpResponse<String> response) {

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        /** The member at a path such as {@code balance.available}, as text. */
        public String at(String path) {
            return json().at("/" + path.replace('.', '/')).asString();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    static String newKey() {
        return "key-" + KEYS.incrementAndGet();
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    public Reply delete(String path) {
        return send(request(path).DELETE());
    }

    public Reply post(String path, String body) {
        return post(path, newKey(), body);
    }

    public Reply post(String path, String key, String body) {
        return send(json(path).header("Idempotency-Key", key).POST(BodyPublishers.ofString(body)));
    }

    public Reply put(String path, String body) {
        return send(json(path).PUT(BodyPublishers.ofString(body)));
    }

    /** Sends what a browser's form would, without going any redirect. */
    public Reply form(String path, String fields) {
        return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    }

    /** Delivers an event as the gateway does. */
    public Reply webhook(String event, String signature) {
        return send(request("/webhooks/stripe").header("Stripe-Signature", signature)
                .POST(BodyPublishers.ofString(event)));
    }

    HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return bearer.isEmpty() ? request : request.header("Authorization", "Bearer " + bearer);
    }

    Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
