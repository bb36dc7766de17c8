package scrip.web.metrics;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Prometheus gets the figures with the operator's key, and nobody without it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"scrip.demo=true",
    "scrip.deployment=cloud", "management.prometheus.metrics.export.enabled=true",
    "scrip.operator-key=the-operators-key-of-this-test-only"})
class MetricsIT {

    private static final String DEMO_KEY = "scrip_demoNexuscorp001_knownToEverybodySoNeverUseItForRealWork0";

    @LocalServerPort
    private int port;

    @Test
    void figures_come_with_the_operators_key_only() throws Exception {
        assertThat(metrics(null).statusCode()).isEqualTo(401);
        assertThat(metrics("wrong").statusCode()).isEqualTo(401);
        assertThat(metrics(DEMO_KEY).statusCode()).isEqualTo(403);
        assertThat(metrics("the-operators-key-of-this-test-only").statusCode()).isEqualTo(200);
    }

    @Test
    void a_hold_is_counted_with_its_outcome_and_its_transaction() throws Exception {
        HttpRequest hold = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/holds"))
                .header("Authorization", "Bearer " + DEMO_KEY).header("Content-Type", "application/json")
                .header("Idempotency-Key", "metrics")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"operation\":\"query\",\"builder\":\"grace@nexuscorp.test\",\"credits\":1}"))
                .build();
        assertThat(send(hold).statusCode()).isEqualTo(201);
        assertThat(send(hold).statusCode()).isEqualTo(201);

        assertThat(metrics("the-operators-key-of-this-test-only").body())
                .contains("scrip_requests_seconds_count{kind=\"hold\",outcome=\"done\"} 1")
                .contains("scrip_requests_seconds_count{kind=\"hold\",outcome=\"replayed\"} 1")
                .contains("scrip_requests_seconds_bucket{kind=\"hold\",outcome=\"done\"")
                .contains("scrip_desk_transaction_seconds_bucket{outcome=\"committed\"")
                .contains("scrip_desk_batch_bucket")
                .contains("scrip_desk_waiting 0").contains("scrip_inbox_dead 0").contains("scrip_discrepancies 0");
    }

    private HttpResponse<String> metrics(@Nullable String key) throws Exception {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"));
        return send((key == null ? request : request.header("Authorization", "Bearer " + key)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }
}
