package scrip.web.api;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import scrip.application.payment.CheckoutLookup;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.RefundOrder;
import scrip.application.payment.RefundReply;
import scrip.domain.pricing.Money;
import scrip.domain.purchase.Purchase;
import scrip.web.site.Surfer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Events of another API version are told by the ids of their objects alone, which are then fetched. */
@DisplayName("Every call to Stripe × every fault: finding out what an event is about")
class EventFaultTableIT extends FaultTableTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @ParameterizedTest
    @CsvFileSource(resources = "event-faults.csv", numLinesToSkip = 1)
    void whatever_goes_wrong_the_event_is_stored_and_the_ledger_is_right(ArgumentsAccessor row) {
        Line line = Line.of(row);
        Purchase purchase = switch (line.call()) {
            case FIND, PAYMENT -> {
                Purchase ordered = ordered();
                sandbox.pay(url(ordered));
                yield ordered;
            }
            default -> bought();
        };
        ObjectNode event = event(line, purchase);
        line.breakDown();
        assertApi(line, deliver(event));
        await(event, letter -> letter.get("attempts").asInt() > 0
                && (letter.get("status").asString().equals("done") || letter.hasNonNull("detail")));
        assertDuring(line);
        STRIPE.mend();

        pass(600);
        await(event, letter -> letter.get("status").asString().equals("done"));
        assertAfter(line, purchase.id());
    }

    private ObjectNode event(Line line, Purchase purchase) {
        CheckoutState there = ((CheckoutLookup.Found) gateway.find(session(purchase))).state();
        return switch (line.call()) {
            case FIND -> event("checkout.session.completed", there.session());
            case PAYMENT -> (ObjectNode) ApiClient.JSON.readTree(sandbox.completed(purchase.id()));
            case CHARGE_BY_ID -> {
                ObjectNode event = event("charge.dispute.created", "dp_" + slug);
                ((ObjectNode) event.at("/data/object")).put("amount", 500).put("currency", "usd")
                        .put("status", "needs_response").put("charge", there.receipt().charge());
                yield event;
            }
            case REFUND_BY_ID -> event("refund.failed", refunded(there));
            case DISPUTE_BY_ID -> event("charge.dispute.created", disputed(there));
            default -> throw new IllegalArgumentException("another table has " + line.call());
        };
    }

    /** An event whose object tells nothing but its id. */
    private ObjectNode event(String type, String id) {
        ObjectNode event = StripeEvents.event(type, ApiClient.JSON.createObjectNode().put("id", id));
        return event.put("created", now().getEpochSecond() + 1);
    }

    private String refunded(CheckoutState there) {
        RefundReply made = gateway.refund(new RefundOrder(String.valueOf(there.receipt().paymentIntent()),
                Money.of(200, "usd"), "of-" + slug, "asked for"));
        reconcile();
        return ((RefundReply.Made) made).refund();
    }

    private String disputed(CheckoutState there) {
        try (Surfer operator = new Surfer(port)) {
            operator.signIn("operator", "operator-password");
            operator.post(StripeSandbox.PATH, StripeSandbox.PATH,
                    Map.of("action", "dispute", "id", String.valueOf(there.receipt().charge())));
        }
        return sandbox.latest("charge.dispute.created");
    }

    private ApiClient.Reply deliver(ObjectNode event) {
        String body = event.toString();
        return nobody().webhook(body, StripeSandbox.signature(body));
    }

    @FunctionalInterface
    private interface Condition {
        boolean isTrueOf(JsonNode letter);
    }

    /** The worker in the background does it. */
    private void await(ObjectNode event, Condition condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean met = false;
        while (!met) {
            assertThat(System.nanoTime()).as("time to wait").isLessThan(end);
            met = operator().get(V1 + "/operator/events").json().get("events").valueStream()
                    .filter(letter -> letter.get("id").asString().equals(event.get("id").asString()))
                    .anyMatch(condition::isTrueOf);
        }
    }
}
