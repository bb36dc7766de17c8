package scrip.payment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import scrip.application.payment.CheckoutOrder;
import scrip.application.payment.CheckoutReply;
import scrip.application.payment.CheckoutState;
import scrip.application.payment.PastPayments;
import scrip.payment.sandbox.Sandbox;
import scrip.payment.sandbox.SandboxPast;

/** Past payments in the sandbox: the request is the one that Stripe would get, and so is the reading of its answer. */
final class SandboxPastPayments implements PastPayments {

    private final Sandbox sandbox;
    private final CheckoutParams params;

    SandboxPastPayments(Sandbox sandbox, StripeProperties settings) {
        this.sandbox = sandbox;
        this.params = new CheckoutParams(settings);
    }

    @Override
    public Made make(CheckoutOrder order, Instant at, boolean succeeds) {
        if (order.price().discount() != null) {
            throw new IllegalArgumentException("past payments have no coupons");
        }
        Map<String, String> request = new LinkedHashMap<>();
        params.of(order, null).toMap().forEach((name, value) -> flatten(name, value, request));
        SandboxPast past = sandbox.at(at);
        if (!(StripeCheckouts.opened(new StripeJson(past.open(request))) instanceof CheckoutReply.Opened page)) {
            throw new IllegalStateException("the sandbox opened no page");
        }
        CheckoutState end = StripeReading.checkout(new StripeJson(past.end(page.session(), succeeds)))
                .orElseThrow(() -> new IllegalStateException("the sandbox does not say how it ended"));
        return new Made(page, end);
    }

    /** As the fields of a form: {@code a[b][0]}. */
    private static void flatten(String name, Object value, Map<String, String> into) {
        switch (value) {
            case Map<?, ?> fields -> fields.forEach((field, inner) -> flatten(name + "[" + field + "]", inner, into));
            case List<?> items -> {
                for (int i = 0; i < items.size(); i++) {
                    flatten(name + "[" + i + "]", items.get(i), into);
                }
            }
            default -> into.put(name, value.toString());
        }
    }
}
