package scrip.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import tools.jackson.databind.node.ObjectNode;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Events as Stripe would send them, built from Stripe's published example objects and signed from its documentation,
 * without the SDK.
 */
public final class StripeEvents {

    private static final AtomicInteger EVENTS = new AtomicInteger();

    private StripeEvents() {}

    /** @return Stripe's example of an object, such as {@code charge} */
    static ObjectNode example(String object) {
        try (InputStream resource = StripeEvents.class.getResourceAsStream("stripe/" + object + ".json")) {
            return (ObjectNode) ApiClient.JSON.readTree(resource.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A checkout of a purchase, completed and paid. */
    static ObjectNode session(String purchase, long amount) {
        ObjectNode session = example("checkout.session");
        session.put("id", "cs_test_" + purchase).put("client_reference_id", purchase)
                .put("payment_intent", "pi_" + purchase).put("status", "complete").put("payment_status", "paid")
                .put("amount_total", amount).put("amount_subtotal", amount).put("currency", "usd");
        session.putObject("metadata").put("purchase", purchase);
        return session;
    }

    /** An event of its own about an object. */
    static ObjectNode event(String type, ObjectNode about) {
        ObjectNode event = example("event");
        event.put("id", "evt_fixture_" + EVENTS.incrementAndGet()).put("type", type)
                .put("created", System.currentTimeMillis() / 1_000);
        event.putObject("data").set("object", about);
        return event;
    }

    /** @return the value of {@code Stripe-Signature} */
    public static String header(String secret, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal((timestamp + "." + body).getBytes(UTF_8));
            return "t=" + timestamp + ",v1=" + HexFormat.of().formatHex(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
