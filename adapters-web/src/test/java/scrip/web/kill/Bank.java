package scrip.web.kill;

import java.util.stream.Stream;

import scrip.web.api.ApiClient;
import scrip.web.api.StripeEvents;
import tools.jackson.databind.JsonNode;

/** The gateway, which outlives the process: the payment sandbox of another one. */
final class Bank {

    static final String API_KEY = "sk_test_of_the_killed";
    static final String SECRET = "whsec_of_the_killed";
    static final String PATH = "/sandbox/stripe";

    private final ApiClient sandbox;

    Bank(int port) {
        sandbox = new ApiClient(port, API_KEY);
    }

    /** The buyer pays on the page that he was led to. */
    void pay(String page) {
        sandbox.form(page.replaceFirst("^https?://[^/]+", ""), "action=pay");
    }

    /** @return the event that tells of a paid checkout, as it is delivered */
    String completed(String purchase) {
        return events("checkout.session.completed")
                .filter(event -> event.at("/data/object/client_reference_id").asString().equals(purchase))
                .findFirst().orElseThrow().toString();
    }

    static String signature(String event) {
        return StripeEvents.header(SECRET, System.currentTimeMillis() / 1_000, event);
    }

    /** @return how often money was taken for a purchase */
    long charges(String purchase) {
        return events("charge.succeeded")
                .filter(event -> event.at("/data/object/metadata/purchase").asString().equals(purchase)).count();
    }

    private Stream<JsonNode> events(String type) {
        Stream<JsonNode> all = Stream.of();
        String after = "";
        boolean more = true;
        while (more) {
            JsonNode page = sandbox.get(PATH + "/v1/events?limit=100&types%5B%5D=" + type + after).json();
            all = Stream.concat(all, page.get("data").valueStream());
            more = page.get("has_more").asBoolean();
            after = more ? "&starting_after=" + page.get("data").get(page.get("data").size() - 1).get("id").asString()
                    : "";
        }
        return all;
    }
}
