package scrip.web.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A service that takes webhooks on a free local port and checks them itself, by the Standard Webhooks specification. */
public final class Receiver implements AutoCloseable {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What its sender has to be given. */
    public static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int status = 204;

    /** @param genuine whether the signature is over exactly this message */
    public record Received(String path, String id, long timestamp, String body, boolean genuine) {}

    /** Listens at once. */
    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Answers with another status from now on; a redirect leads to {@code /elsewhere}. */
    void answer(int with) {
        status = with;
    }

    /** @return what has come in so far, in order */
    public List<Received> received() {
        return new ArrayList<>(received);
    }

    /** @return what has come in of a kind, in order, once there is so much of it; waits half a minute at most */
    public List<Received> await(Predicate<Received> which, int count) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (received) {
            while (received.stream().filter(which).count() < count) {
                long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
                if (left <= 0) {
                    throw new AssertionError("not %d of these: %s".formatted(count, received));
                }
                try {
                    received.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(e);
                }
            }
        }
        return received.stream().filter(which).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Headers headers = exchange.getRequestHeaders();
        String id = first(headers, "webhook-id");
        String timestamp = first(headers, "webhook-timestamp");
        Received message = new Received(exchange.getRequestURI().getPath(), id, Long.parseLong(timestamp),
                new String(body, StandardCharsets.UTF_8),
                first(headers, "webhook-signature").equals("v1," + signature(id + "." + timestamp + ".", body)));
        synchronized (received) {
            received.add(message);
            received.notifyAll();
        }
        exchange.getResponseHeaders().set("Location", url("/elsewhere"));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static String first(Headers headers, String name) {
        return Optional.ofNullable(headers.getFirst(name)).orElse("0");
    }

    private static String signature(String before, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            mac.update(before.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
