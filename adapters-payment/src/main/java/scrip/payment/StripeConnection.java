package scrip.payment;

import java.util.function.Supplier;

import com.google.gson.JsonObject;
import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.StripeObject;
import com.stripe.net.RequestOptions;

/**
 * The way to Stripe, or to the sandbox that stands in for it: one client with time limits and bounded retries, made on
 * first use because the sandbox's address is known only once the server listens.
 */
final class StripeConnection {

    private final Supplier<StripeAccess> access;
    private final StripeProperties.Http limits;
    private volatile StripeAccess used = StripeAccess.NONE;
    private volatile StripeClient client = new StripeClient("");

    /**
     * @param access
     *            where Stripe is and with which key; asked each time, so that a server that moves is followed
     */
    StripeConnection(Supplier<StripeAccess> access, StripeProperties.Http limits) {
        this.access = access;
        this.limits = limits;
    }

    /** One request by the SDK. */
    @FunctionalInterface
    interface Request<T> {
        T send(StripeClient client) throws StripeException;
    }

    /** Sends a request and turns everything that may happen into an answer. */
    <T> StripeAnswer<T> ask(Request<T> request) {
        try {
            return new StripeAnswer.Done<>(request.send(client()));
        } catch (StripeException refused) {
            return StripeErrors.translate(refused);
        } catch (RuntimeException nonsense) {
            // What the SDK throws when an answer is empty, cut or no JSON at all differs from place to place.
            return new StripeAnswer.Failed<>("Stripe's answer could not be read: " + nonsense);
        }
    }

    /** Sends a request for an object and gives its JSON, unless the answer has no id and so is none of Stripe's. */
    StripeAnswer<StripeJson> askForObject(Request<? extends StripeObject> request) {
        return this.<JsonObject>ask(stripe -> request.send(stripe).getRawJsonObject()).then(StripeConnection::withId);
    }

    /** Options that make the repetition of a request harmless. */
    static RequestOptions once(String idempotencyKey) {
        return RequestOptions.builder().setIdempotencyKey(idempotencyKey).build();
    }

    private static StripeAnswer<StripeJson> withId(JsonObject json) {
        StripeJson read = new StripeJson(json);
        return read.text("id").isPresent()
                ? new StripeAnswer.Done<>(read)
                : new StripeAnswer.Failed<>("Stripe's answer is no object of Stripe's");
    }

    private synchronized StripeClient client() {
        StripeAccess wanted = access.get();
        if (!wanted.equals(used)) {
            Stripe.enableTelemetry = false; // it is on by default and cannot be set for one client
            client = StripeClient.builder().setApiKey(wanted.apiKey()).setApiBase(wanted.apiBase())
                    .setConnectTimeout((int) limits.connectTimeout().toMillis())
                    .setReadTimeout((int) limits.readTimeout().toMillis()).setMaxNetworkRetries(limits.retries())
                    .build();
            used = wanted;
        }
        return client;
    }
}
