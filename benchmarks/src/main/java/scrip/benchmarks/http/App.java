package scrip.benchmarks.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import scrip.benchmarks.database.Access;

/** The application in a process of its own, and the operator's calls that set it up. */
public final class App implements AutoCloseable {

    private static final String OPERATOR_KEY = "benchmark-operator-key-benchmark-operator";
    private static final String PASSWORD = "a-long-password-for-a-benchmark";
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(40);

    private final Set<String> admitted = new HashSet<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI address;

    private App(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts it on a database and waits until it serves.
     *
     * @param options
     *            further ones of Spring Boot
     */
    public static App start(Access access, int port, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g", "--enable-native-access=ALL-UNNAMED", "-cp", System.getenv("BENCHMARK_CLASS_PATH"),
                BenchmarkServer.class.getName(), "--scrip.deployment=cloud", "--scrip.operator-key=" + OPERATOR_KEY,
                "--scrip.operator-password=" + PASSWORD,
                "--server.port=" + port, "--scrip.public-url=http://127.0.0.1:" + port,
                "--spring.datasource.url=" + access.url(), "--spring.datasource.username=" + access.username(),
                "--spring.datasource.password=" + access.password()));
        command.addAll(List.of(options));
        try {
            Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            App app = new App(process, URI.create("http://127.0.0.1:" + port));
            app.awaitStart();
            return app;
        } catch (IOException e) {
            throw new IllegalStateException("the application did not start", e);
        }
    }

    private void awaitStart() {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                if (send(HttpRequest.newBuilder(address.resolve("/actuator/health")).build()).statusCode() == 200) {
                    return;
                }
            } catch (IllegalStateException _) {
                // It does not listen yet.
            }
            pause();
        }
        close();
        throw new IllegalStateException("the application did not start");
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public URI address() {
        return address;
    }

    /** @return an API key for a workspace with more credits than any load uses */
    public String workspace(String slug) {
        operator("PUT", slug, "{\"name\":\"" + slug + "\"}");
        operator("PUT", slug + "/license", """
                {"plan":"Business","builders":1000,"creditsPerBuilder":1000000,"interval":"annual",
                 "startsAt":"2026-01-01T00:00:00Z","endsAt":"2999-01-01T00:00:00Z","timeZone":"UTC"}""");
        return key(slug);
    }

    private String key(String slug) {
        String key = operator("POST", slug + "/api-keys",
                "{\"name\":\"load\",\"scopes\":[\"meter\",\"read\",\"purchase\"]}");
        return key.replaceFirst("(?s).*\"key\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private String operator(String method, String path, String body) {
        HttpResponse<String> response = send(HttpRequest
                .newBuilder(address.resolve("/api/v1/operator/workspaces/" + path))
                .header("Authorization", "Bearer " + OPERATOR_KEY).header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + response.body());
        }
        return response.body();
    }

    /** Makes somebody a member of the workspace, who can sign in; a password that is set anew would end his sessions. */
    public void admit(String slug, String email, String role) {
        String password = admitted.add(email) ? ",\"password\":\"" + PASSWORD + "\"" : "";
        operator("PUT", slug + "/members/" + email,
                "{\"name\":\"" + email + "\",\"role\":\"" + role + "\"" + password + "}");
    }

    /** @return a program with a new key of the workspace, for everything */
    public Visitor program(String slug) {
        return Visitor.withKey(this, key(slug));
    }

    /** @return somebody who was admitted, signed in */
    public Visitor person(String email) {
        return Visitor.signedIn(this, email, PASSWORD);
    }

    /** @return the operator, signed in */
    public Visitor operator() {
        return Visitor.signedIn(this, "operator", PASSWORD);
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
