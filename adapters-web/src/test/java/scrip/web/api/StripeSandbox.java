package scrip.web.api;

import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** The payment sandbox of a running application, as its buyers, its webhook and its dashboard know it. */
public final class StripeSandbox {

    public static final String API_KEY = "sk_test_of_the_sandbox";
    public static final String SECRET = "whsec_of_the_sandbox";
    public static final String PATH = "/sandbox/stripe";

    private final ApiClient sandbox;

    public StripeSandbox(int port) {
        sandbox = new ApiClient(port, API_KEY);
    }

    /** The buyer pays on the page that he was led to. */
    public void pay(String page) {
        press(page, "pay");
    }

    /** The buyer presses a button on a page of the sandbox. */
    void press(String page, String button) {
        sandbox.form(page.replaceFirst("^https?://[^/]+", ""), "action=" + button);
    }

    /** @return the id of the object that the latest event of a type is about */
    String latest(String type) {
        return events(type).map(event -> event.at("/data/object/id").asString()).findFirst().orElseThrow();
    }

    /** @return the event that tells of a paid checkout, as it is delivered */
    public String completed(String purchase) {
        return events("checkout.session.completed")
                .filter(event -> event.at("/data/object/client_reference_id").asString().equals(purchase))
                .findFirst().orElseThrow().toString();
    }

    /** @return the value of {@code Stripe-Signature} */
    public static String signature(String event) {
        return StripeEvents.header(SECRET, System.currentTimeMillis() / 1_000, event);
    }

    /** @return how often money was taken for a purchase */
    public long charges(String purchase) {
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
