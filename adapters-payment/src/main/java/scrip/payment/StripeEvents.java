package scrip.payment;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

import com.stripe.net.ApiResource.RequestMethod;
import org.jspecify.annotations.Nullable;
import scrip.application.payment.EventsReply;
import scrip.application.payment.PaymentRefusal;
import scrip.application.payment.VerifiedEvent;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Reads Stripe's list of recent events, page by page and raw, so that they can be kept as if delivered. */
final class StripeEvents {

    private static final int PAGE = 100;

    private final StripeConnection stripe;

    StripeEvents(StripeConnection stripe) {
        this.stripe = stripe;
    }

    EventsReply since(Instant sinceInclusive, @Nullable String cursor) {
        String path = "/v1/events?" + query(sinceInclusive, cursor);
        StripeAnswer<String> answer = stripe.ask(client -> client.rawRequest(RequestMethod.GET, path, null).body());
        return switch (answer) {
            case StripeAnswer.Done<String>(String body) -> page(StripeJson.parse(body));
            case StripeAnswer.Failed<String>(String detail) -> new EventsReply.Unavailable(detail);
            case StripeAnswer.Missing<String>(String detail) -> new EventsReply.Unavailable(detail);
            case StripeAnswer.Refused<String>(PaymentRefusal reason, String detail) ->
                    new EventsReply.Unavailable(detail);
        };
    }

    private static EventsReply page(Optional<StripeJson> body) {
        if (body.isEmpty() || !body.get().json().has("data")) {
            return new EventsReply.Unavailable("Stripe's list of events could not be read");
        }
        List<StripeJson> data = body.get().list("data");
        List<VerifiedEvent> events = data.stream()
                .flatMap(json -> StripeReading.event(json, json.json().toString()).stream()).toList();
        boolean more = body.get().isTrue("has_more") && !data.isEmpty();
        return new EventsReply.Page(events, more ? data.getLast().text("id").orElse(null) : null);
    }

    private static String query(Instant sinceInclusive, @Nullable String cursor) {
        StringJoiner query = new StringJoiner("&");
        query.add("limit=" + PAGE);
        query.add(encoded("created[gte]") + "=" + sinceInclusive.getEpochSecond());
        StripeNews.TYPES.forEach(type -> query.add(encoded("types[]") + "=" + type));
        if (cursor != null) {
            query.add("starting_after=" + encoded(cursor));
        }
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
