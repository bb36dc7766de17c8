package scrip.web.api;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Stands before the sandbox as the way to Stripe does, and goes wrong for the calls that it is told to. */
final class FaultyStripe implements AutoCloseable {

    /** What goes wrong. */
    enum Fault {
        REFUSED, ERROR_500, CONFLICT_409, BUSY_429, TIMEOUT_BEFORE, TIMEOUT_AFTER, CUT_BODY, NONSENSE
    }

    /** A call of the payment port, by the request that it makes. */
    enum Call {
        OPEN("POST /v1/checkout/sessions"), CUSTOMER("POST /v1/customers"), COUPON("POST /v1/coupons"), FIND(
                "GET /v1/checkout/sessions/[^/]+"),
        EXPIRE("POST /v1/checkout/sessions/[^/]+/expire"), REFUND("POST /v1/refunds"), EVENTS(
                "GET /v1/events"),
        CHARGE("POST /v1/payment_intents"), PAYMENT("GET /v1/payment_intents/[^/]+"), CHARGE_BY_ID(
                "GET /v1/charges/[^/]+"),
        REFUND_BY_ID("GET /v1/refunds/[^/]+"), DISPUTE_BY_ID("GET /v1/disputes/[^/]+");

        private final Pattern request;

        Call(String request) {
            this.request = Pattern.compile(request);
        }
    }

    private static final Set<String> NOT_FORWARDED = Set.of("host", "connection", "content-length", "upgrade",
            "http2-settings", "transfer-encoding");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private final int port;
    private HttpServer server;
    private volatile URI sandbox = URI.create("http://127.0.0.1:9");
    private volatile Call call;
    private volatile Fault fault;

    FaultyStripe() {
        server = listen(0);
        port = server.getAddress().getPort();
    }

    private HttpServer listen(int at) {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
            made.setExecutor(threads);
            made.createContext("/", this::answer);
            made.start();
            return made;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    void leadTo(int applicationPort) {
        sandbox = URI.create("http://127.0.0.1:" + applicationPort + "/sandbox/stripe");
    }

    void breakDown(Call which, Fault how) {
        call = which;
        fault = how;
        if (how == Fault.REFUSED) {
            server.stop(0);
        }
    }

    void mend() {
        if (fault == Fault.REFUSED) {
            server = listen(port);
        }
        call = null;
        fault = null;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Call broken = call;
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        Fault how = broken != null && broken.request.matcher(request).matches() ? fault : null;
        switch (how) {
            case null -> pass(exchange, forward(exchange, body));
            case REFUSED -> exchange.close();
            case ERROR_500 -> send(exchange, 500, error("api_error", "boom"));
            case CONFLICT_409 -> send(exchange, 409, error("invalid_request_error", "locked"));
            case BUSY_429 -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                send(exchange, 429, error("invalid_request_error", "slow down"));
            }
            case TIMEOUT_BEFORE -> hang(exchange);
            case TIMEOUT_AFTER -> {
                forward(exchange, body);
                hang(exchange);
            }
            case CUT_BODY -> cut(exchange, forward(exchange, body));
            case NONSENSE -> {
                forward(exchange, body);
                send(exchange, 200, "<html>It works!</html>".getBytes(UTF_8));
            }
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create(sandbox + exchange.getRequestURI().getRawPath() + (query == null ? ""
                        : "?" + query
                                .replace("[", "%5B").replace("]", "%5D"))))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_FORWARDED.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void pass(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        send(exchange, answer.statusCode(), answer.body());
    }

    private static void cut(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        byte[] half = Arrays.copyOf(answer.body(), answer.body().length / 2);
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
        OutputStream out = exchange.getResponseBody();
        out.write(half);
        out.flush();
        exchange.close();
    }

    private void hang(HttpExchange exchange) {
        try {
            end.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    private static byte[] error(String type, String message) {
        return ("{\"error\": {\"type\": \"" + type + "\", \"message\": \"" + message + "\"}}").getBytes(UTF_8);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
