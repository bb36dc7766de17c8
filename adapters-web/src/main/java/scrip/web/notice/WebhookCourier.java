package scrip.web.notice;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import scrip.application.notice.Channel;
import scrip.application.notice.Courier;
import scrip.application.notice.Delivery;
import scrip.application.notice.Posted;
import scrip.application.workspace.Workspace;
import scrip.application.workspace.Workspaces;
import scrip.web.api.json.Json;

/**
 * Sends notices as signed webhooks. Only an answer of 2xx counts; a redirect is followed nowhere, since nobody has
 * configured where it leads.
 */
final class WebhookCourier implements Courier, AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final int GONE = 410;
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;

    private final List<Endpoint> endpoints;
    private final Workspaces workspaces;
    private final InstantSource wallClock;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER).build();

    /** @param wallClock what receivers compare the timestamp with, whatever clock the rules go by */
    WebhookCourier(List<Endpoint> endpoints, Workspaces workspaces, InstantSource wallClock) {
        this.endpoints = List.copyOf(endpoints);
        this.workspaces = workspaces;
        this.wallClock = wallClock;
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public List<String> addresses(Posted posted) {
        return endpoints.stream().map(endpoint -> endpoint.url().toString()).distinct().toList();
    }

    @Override
    public Sent send(Delivery delivery) {
        Optional<Endpoint> endpoint = endpoints.stream()
                .filter(known -> known.url().toString().equals(delivery.target().address())).findFirst();
        return endpoint.map(known -> post(known, delivery.posted()))
                .orElseGet(() -> new Sent.Refused("this address is no longer configured"));
    }

    private Sent post(Endpoint endpoint, Posted posted) {
        String workspace = workspaces.find(posted.pool()).map(Workspace::slug).orElse("");
        byte[] body = Json.bytes(NoticeJson.of(posted, workspace));
        String id = NoticeJson.idOf(posted);
        String timestamp = Long.toString(wallClock.instant().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(endpoint.url()).timeout(ANSWER)
                .header("Content-Type", "application/json").header("User-Agent", "Scrip").header("webhook-id", id)
                .header("webhook-timestamp", timestamp)
                .header("webhook-signature", endpoint.sign(id, timestamp, body))
                .POST(BodyPublishers.ofByteArray(body)).build();
        try {
            return sent(http.send(request, BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            return new Sent.Failed(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Sent.Failed("interrupted");
        }
    }

    /** What the answer says beside its status is of no interest, and might never end. */
    private static Sent sent(HttpResponse<InputStream> response) throws IOException {
        response.body().close();
        int status = response.statusCode();
        if (status / HUNDRED == SUCCESS) {
            return new Sent.Arrived("HTTP " + status);
        }
        return status == GONE ? new Sent.Refused("HTTP " + status) : new Sent.Failed("HTTP " + status);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
