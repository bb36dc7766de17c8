package scrip.web.api;

import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** A server of the cloud deployment; every test makes the workspaces it needs. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, classes = ApiFixture.class)
@TestPropertySource(properties = {"scrip.deployment=cloud", "scrip.operator-key=" + ApiTest.OPERATOR_KEY,
    "scrip.public-url=https://credits.test", "scrip.api.failed-attempts=1000", "scrip.live.every=50ms",
    "scrip.live.heartbeat=200ms"})
abstract class ApiTest {

    static final String OPERATOR_KEY = "the-operators-key-in-the-tests-of-the-api";
    static final String V1 = "/api/v1";
    static final String WORKSPACES = V1 + "/operator/workspaces/";

    private static final AtomicInteger WORKSPACE = new AtomicInteger();

    @LocalServerPort
    int port;

    ApiClient operator() {
        return new ApiClient(port, OPERATOR_KEY);
    }

    ApiClient nobody() {
        return new ApiClient(port, "");
    }

    /** @return the slug of a new workspace without a license */
    String aWorkspace() {
        String slug = "ws-" + WORKSPACE.incrementAndGet();
        assertThat(operator().put(WORKSPACES + slug, "{\"name\":\"Nexus\"}").status()).isEqualTo(201);
        return slug;
    }

    /** @return the slug of a new workspace with one builder's monthly credits */
    String aWorkspaceWith(int monthly) {
        String slug = aWorkspace();
        assertThat(operator().put(WORKSPACES + slug + "/license", license(1, monthly)).status()).isEqualTo(200);
        return slug;
    }

    static String license(int builders, int perBuilder) {
        return """
                {"plan":"Pro","builders":%d,"creditsPerBuilder":%d,"interval":"annual",
                 "startsAt":"2026-03-01T00:00:00Z","endsAt":"2027-03-01T00:00:00Z","timeZone":"Europe/Berlin"}"""
                .formatted(builders, perBuilder);
    }

    /** @return a service with a new key for the workspace */
    ApiClient serviceOf(String slug, String... scopes) {
        var made = operator().post(WORKSPACES + slug + "/api-keys",
                "{\"name\":\"ai\",\"scopes\":[\"" + String.join("\",\"", scopes) + "\"]}");
        assertThat(made.status()).isEqualTo(201);
        return new ApiClient(port, made.at("key"));
    }

    /** @return a service that may do all, for a new pool with so many monthly credits */
    ApiClient aServiceWith(int monthly) {
        return serviceOf(aWorkspaceWith(monthly), "meter", "read", "purchase");
    }

    static String hold(String more) {
        return "{\"operation\":\"query\",\"builder\":\"ada@nexus.test\"" + (more.isEmpty() ? "" : "," + more) + "}";
    }
}
