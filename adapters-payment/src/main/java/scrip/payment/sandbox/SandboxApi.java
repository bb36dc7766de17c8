package scrip.payment.sandbox;

import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import com.stripe.Stripe;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.web.servlet.function.RequestPredicates.path;

/** The part of Stripe's HTTP API that our adapter uses, under {@value #V1}. */
final class SandboxApi {

    static final String V1 = Sandbox.PATH + "/v1";

    private static final int LONGEST_KEY = 255;

    private final SandboxKeys keys;
    private final Idempotency idempotency;
    private final Expansion expansion;
    private final Turn turn;

    SandboxApi(SandboxKeys keys, SandboxStore store, Turn turn) {
        this.keys = keys;
        this.idempotency = new Idempotency(store);
        this.expansion = new Expansion(store);
        this.turn = turn;
    }

    /** What the API leads to. */
    record Desks(SandboxCheckouts checkouts, SandboxCards cards, SandboxMoney money, SandboxRecords records,
            SandboxEvents events, Supplier<String> pages) {}

    RouterFunction<ServerResponse> routes(Desks desks) {
        SandboxCheckouts checkouts = desks.checkouts;
        SandboxMoney money = desks.money;
        SandboxRecords records = desks.records;
        SandboxEvents events = desks.events;
        return RouterFunctions.route()
                .POST(V1 + "/checkout/sessions", post((params, id) -> desks.cards.open(params, desks.pages)))
                .POST(V1 + "/payment_intents", post((params, id) -> desks.cards.charge(params)))
                .GET(V1 + "/payment_methods/{id}", get((params, id) -> records.find(Kind.METHOD, id)))
                .GET(V1 + "/setup_intents/{id}", get((params, id) -> records.find(Kind.SETUP, id)))
                .GET(V1 + "/checkout/sessions/{id}", get((params, id) -> checkouts.find(id)))
                .POST(V1 + "/checkout/sessions/{id}/expire", post((params, id) -> checkouts.expire(id)))
                .GET(V1 + "/payment_intents/{id}", get((params, id) -> records.find(Kind.PAYMENT, id)))
                .GET(V1 + "/charges/{id}", get((params, id) -> records.find(Kind.CHARGE, id)))
                .POST(V1 + "/refunds", post((params, id) -> money.refund(params)))
                .GET(V1 + "/refunds/{id}", get((params, id) -> records.find(Kind.REFUND, id)))
                .GET(V1 + "/disputes/{id}", get((params, id) -> records.find(Kind.DISPUTE, id)))
                .POST(V1 + "/coupons", post((params, id) -> records.createCoupon(params)))
                .POST(V1 + "/customers", post((params, id) -> records.createCustomer(params)))
                .GET(V1 + "/customers/{id}", get((params, id) -> records.find(Kind.CUSTOMER, id)))
                .GET(V1 + "/events", get((params, id) -> events.list(params)))
                .GET(V1 + "/events/{id}", get((params, id) -> events.find(id)))
                .route(path(V1 + "/**"), this::unknown).build();
    }

    private HandlerFunction<ServerResponse> get(BiFunction<Params, String, Answer> work) {
        return request -> respond(request, new Idempotency.Outcome(authorized(request, () -> {
            Params params = params(request);
            return turn.take(() -> expanded(work.apply(params, id(request)), params));
        }), false));
    }

    private HandlerFunction<ServerResponse> post(BiFunction<Params, String, Answer> work) {
        return request -> {
            String key = key(request);
            if (!key.isEmpty() && key.length() <= LONGEST_KEY && isAuthorized(request)) {
                return respond(request, turn.take(() -> replayable(request, key, work)));
            }
            return get(work).handle(request);
        };
    }

    private Idempotency.Outcome replayable(ServerRequest request, String key,
            BiFunction<Params, String, Answer> work) {
        Params params = params(request);
        String fingerprint = request.requestPath().value() + " " + params.fingerprint();
        return idempotency.once(key, fingerprint, () -> expanded(work.apply(params, id(request)), params));
    }

    private ServerResponse unknown(ServerRequest request) {
        Answer answer = authorized(request,
                () -> Answer.unknownAddress(request.method().name(), request.requestPath().value()));
        return respond(request, new Idempotency.Outcome(answer, false));
    }

    private Answer expanded(Answer answer, Params params) {
        return answer.isOk() ? Answer.ok(expansion.expand(answer.body(), params)) : answer;
    }

    private Answer authorized(ServerRequest request, Supplier<Answer> work) {
        return isAuthorized(request)
                ? work.get()
                : Answer.unauthorized("Invalid API Key provided. The sandbox has a key of its own.");
    }

    private boolean isAuthorized(ServerRequest request) {
        String header = request.headers().asHttpHeaders().getFirst("Authorization");
        return header != null
                && MessageDigest.isEqual(header.getBytes(UTF_8), ("Bearer " + keys.apiKey()).getBytes(UTF_8));
    }

    private static ServerResponse respond(ServerRequest request, Idempotency.Outcome outcome) {
        ServerResponse.BodyBuilder response = ServerResponse.status(outcome.answer().status())
                .contentType(MediaType.APPLICATION_JSON).header("Request-Id", SandboxIds.next(Kind.REQUEST))
                .header("Stripe-Version", Stripe.API_VERSION);
        if (!key(request).isEmpty()) {
            response.header("Idempotency-Key", key(request));
        }
        if (outcome.replayed()) {
            response.header("Idempotent-Replayed", "true");
        }
        return response.body(outcome.answer().body().toString().getBytes(UTF_8));
    }

    private static String key(ServerRequest request) {
        String key = request.headers().asHttpHeaders().getFirst("Idempotency-Key");
        return key == null ? "" : key;
    }

    private static String id(ServerRequest request) {
        return request.pathVariables().getOrDefault("id", "");
    }

    /** A list may come as {@code types[0]=…} or as {@code types[]=…} repeated; both are the same. */
    private static Params params(ServerRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        request.params().forEach((name, given) -> values.putAll(numbered(name, given)));
        return new Params(values);
    }

    private static Map<String, String> numbered(String name, List<String> given) {
        if (!name.endsWith("[]")) {
            return Map.of(name, given.getFirst());
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String value : given) {
            values.put(name.substring(0, name.length() - 1) + values.size() + "]", value);
        }
        return values;
    }
}
