package scrip.payment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A buyer's browser as far as these tests need one: it does not follow redirects, so that they can be looked at. */
final class Browser implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();

    HttpResponse<String> open(URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> press(URI page, String form) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(page).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> call(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    static String redirect(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    @Override
    public void close() {
        http.close();
    }
}
