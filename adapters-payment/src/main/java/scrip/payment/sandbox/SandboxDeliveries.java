package scrip.payment.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import com.google.gson.JsonObject;
import com.stripe.net.Webhook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends events to our own webhook over HTTP, signed, in the background, and again until they are acknowledged. */
final class SandboxDeliveries implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxDeliveries.class);
    private static final String SWITCHES = "deliveries";
    private static final int MOST_WAITING = 1_000;
    private static final Duration OVERTAKEN_BY = Duration.ofSeconds(2);
    private static final Duration TIME_LIMIT = Duration.ofSeconds(10);
    private static final List<Duration> PAUSES = List.of(Duration.ofMillis(500), Duration.ofSeconds(2),
            Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10));

    private final SandboxStore store;
    private final SandboxKeys keys;
    private final Supplier<String> webhookUrl;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();
    private final ScheduledExecutorService clockwork = Executors.newScheduledThreadPool(2,
            Thread.ofPlatform().daemon().name("sandbox-delivery-", 0).factory());
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIME_LIMIT).build();

    SandboxDeliveries(SandboxStore store, SandboxKeys keys, Supplier<String> webhookUrl) {
        this.store = store;
        this.keys = keys;
        this.webhookUrl = webhookUrl;
    }

    /** Sends an event soon, as the switches have it. */
    void send(JsonObject event) {
        DeliverySwitches switches = switches();
        if (switches.lost()) {
            return;
        }
        boolean overtaken = switches.reordered() && told.getAndIncrement() % 2 == 0;
        Duration pause = Duration.ofSeconds(switches.delaySeconds()).plus(overtaken ? OVERTAKEN_BY : Duration.ZERO);
        schedule(event, 0, pause);
        if (switches.duplicates()) {
            schedule(event, 0, pause);
        }
    }

    /** Sends what a previous run of the application left undelivered. */
    void resume() {
        store.newest(Kind.EVENT, 0, null, SandboxStore.MOST).reversed().stream().filter(SandboxDeliveries::isPending)
                .forEach(event -> schedule(event, 0, Duration.ZERO));
    }

    /** Does something again and again in the background. */
    void repeat(Runnable work, Duration pause) {
        var _ = clockwork.scheduleWithFixedDelay(() -> guarded(work), pause.toMillis(), pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    DeliverySwitches switches() {
        return store.find(Kind.SETTING, SWITCHES).map(DeliverySwitches::of).orElse(DeliverySwitches.OFF);
    }

    void set(DeliverySwitches switches) {
        store.save(Kind.SETTING, SWITCHES, switches.json());
    }

    static boolean isPending(JsonObject event) {
        return Fields.number(event, "pending_webhooks") > 0;
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
        http.shutdownNow();
    }

    private void schedule(JsonObject event, int attempt, Duration pause) {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            LOG.warn("Too many events wait for delivery; {} waits for the next start", Fields.text(event, "id"));
            return;
        }
        try {
            var _ = clockwork.schedule(() -> guarded(() -> attempt(event, attempt)), pause.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            waiting.decrementAndGet();
        }
    }

    private void attempt(JsonObject event, int attempt) {
        waiting.decrementAndGet();
        if (isAcknowledged(event)) {
            JsonObject delivered = event.deepCopy();
            delivered.addProperty("pending_webhooks", 0);
            store.save(Kind.EVENT, Fields.text(event, "id").orElseThrow(), delivered);
        } else if (attempt < PAUSES.size()) {
            schedule(event, attempt + 1, PAUSES.get(attempt));
        }
    }

    private boolean isAcknowledged(JsonObject event) {
        try {
            HttpResponse<Void> answer = http.send(request(event.toString()), HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() / 100 == 2;
        } catch (IOException | GeneralSecurityException unreachable) {
            LOG.debug("The webhook could not be reached", unreachable);
            return false;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The signature is dated by the wall clock, as the receiver checks it. */
    private HttpRequest request(String body) throws GeneralSecurityException {
        return HttpRequest.newBuilder(URI.create(webhookUrl.get())).timeout(TIME_LIMIT)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Stripe/1.0 (the sandbox of Scrip)")
                .header("Stripe-Signature", Webhook.Signature.generateSignatureHeader(body, keys.webhookSecret()))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
    }

    /** A task that throws would never run again. */
    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException trouble) {
            LOG.warn("The sandbox could not do its work in the background: {}", trouble.toString());
        }
    }
}
